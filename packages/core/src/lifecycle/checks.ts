import { type Role, roleNames } from "../access/index.ts";
import { type EntryOf, entriesOf } from "../facts/index.ts";
import type { Day, Instant } from "../kernel/index.ts";
import type { CustomerRecord, HouseRules } from "../people/index.ts";
import { confirmationFault, onboardingOn } from "./gate-onboarded.ts";
import { lifeOn, livesOn } from "./lives.ts";
import { rankOf, stageNames } from "./names.ts";
import { termEndOn } from "./renewal.ts";
import { standingOn } from "./standing.ts";
import { tryMove, waivers } from "./try-move.ts";

/** What a check of an entry of the lifecycle knows beside the record: when it happened, and who writes in which role. */
export interface LifecycleContext {
  readonly at: Instant;
  /** The day of `at` in the workspace's time zone. */
  readonly on: Day;
  /** The moment it is written down. */
  readonly now: Instant;
  readonly role: Role | null;
}

type Kind =
  | "deal_closed"
  | "criterion"
  | "evidence"
  | "confirmation"
  | "onboarded_flag"
  | "waiver"
  | "setback"
  | "move_refused"
  | "expansion"
  | "renewal_started"
  | "renewal_step"
  | "churn_reason";

type Check<Of extends Kind> = (
  record: CustomerRecord,
  rules: HouseRules,
  entry: EntryOf<Of>,
  context: LifecycleContext,
) => string | null;

const nothingWon =
  "Nothing is won here yet. Put the closed and signed deal on record first, or import its contract.";

const won = (record: CustomerRecord, on: Day): boolean => {
  const life = lifeOn(record, on);
  return life?.wonOn != null && life.wonOn <= on && life.lostOn === null;
};

const deal: Check<"deal_closed"> = (_record, _rules, { signedOn }, { on }) =>
  signedOn !== null && signedOn > on
    ? `The contract is said to be signed on ${signedOn}, after the day of the entry, ${on}. Put it on record when it is signed.`
    : null;

/**
 * A criterion may be agreed while the deal is still open; what is written after the kickoff is kept and does not count.
 * Written after it, it cannot be dated before it.
 */
const criterion: Check<"criterion"> = (record, _rules, _entry, { at, now }) => {
  const held = entriesOf(record.journal, "kickoff").find((kickoff) => at < kickoff.at && kickoff.at <= now);
  return held
    ? `The kickoff of ${held.effectiveOn} locked the criteria as they were on record then. Leave the date out: what is written now is kept, and does not count for this gate.`
    : null;
};

const evidence: Check<"evidence"> = (record, _rules, entry, { on }) => {
  if (entry.expiresOn !== null && entry.expiresOn <= on)
    return `It would run out on ${entry.expiresOn}, before it counts. Give a later day, or none.`;
  return won(record, on) ? null : nothingWon;
};

const confirmation: Check<"confirmation"> = (record, _rules, entry, { on }) => {
  if (entry.expiresOn !== null && entry.expiresOn <= on)
    return `It would run out on ${entry.expiresOn}, before it counts. Give a later day, or none.`;
  return won(record, on) ? confirmationFault(record, entry, on) : nothingWon;
};

const flag: Check<"onboarded_flag"> = (record, rules, { value }, { on }) => {
  if (!won(record, on)) return nothingWon;
  const { onboarded } = standingOn(record, rules, on).gates;
  const open = onboarded.clauses.filter(
    ({ id, state }) => id !== "csm_flag" && state !== "met" && state !== "waived",
  );
  if (!value || open.length === 0) return null;
  const listed = open.map(({ label, says }) => `${label}: ${says}`).join(" ");
  return `The flag is set once all four criteria are met; ${open.length} ${open.length === 1 ? "is" : "are"} not. ${listed}`;
};

const waiver: Check<"waiver"> = (record, _rules, { expiresOn }, { on, role }) => {
  if (role !== null && !waivers.includes(role))
    return `A criterion is waived by ${waivers.map((one) => roleNames[one]).join(" or ")}. Ask one of them.`;
  if (expiresOn <= on) return `A waiver ends on a day to come; ${expiresOn} is past. Give a later day.`;
  return won(record, on) ? null : nothingWon;
};

const setback: Check<"setback"> = (record, rules, { to }, { on }) => {
  const { earned } = standingOn(record, rules, on);
  if (earned === null) return nothingWon;
  return rankOf(to) < rankOf(earned)
    ? null
    : `It stands at ${stageNames[earned]}; one moves back only to an earlier stage than that. Forward it goes by evidence.`;
};

/** What is told of a refused move is what the gate says: no more is kept of it than that somebody asked. */
const refused: Check<"move_refused"> = (record, rules, { to, missing }, { on }) => {
  const answer = tryMove(record, rules, to, on);
  const open = answer.outcome === "refused" ? answer.missing.map(({ label }) => label) : [];
  return open.length === missing.length && open.every((label) => missing.includes(label))
    ? null
    : `Nothing refuses the account ${stageNames[to]} for these reasons now. Ask again what it takes.`;
};

const expansion: Check<"expansion"> = (record, _rules, { openedOn, closedOn, outcome, closer }, { on }) => {
  if (openedOn > on || (closedOn !== null && closedOn > on))
    return "An expansion is opened and closed on days that have come. Put it on record when it happens.";
  if (outcome === "won" && closer === null) return "A won expansion names who closed it.";
  return won(record, openedOn) ? null : nothingWon;
};

const started: Check<"renewal_started"> = (record, _rules, { termEndsOn }, { on }) =>
  termFault(record, termEndsOn, on);

const step: Check<"renewal_step"> = (record, _rules, { termEndsOn, doneOn }, { on }) => {
  if (doneOn !== null && doneOn > on) return `${doneOn} is still to come. Say it is done when it is.`;
  return termFault(record, termEndsOn, on);
};

function termFault(record: CustomerRecord, termEndsOn: Day, on: Day): string | null {
  const end = termEndOn(record, on);
  if (end === termEndsOn) return null;
  return end === null
    ? "No term of this account ends: its contract runs on, or what follows is signed already."
    : `The term that is to be renewed ends on ${end}, not on ${termEndsOn}.`;
}

const reason: Check<"churn_reason"> = (record, _rules, { leftOn }, { on }) => {
  const losses = livesOn(record, on).flatMap(({ lostOn }) => lostOn ?? []);
  if (losses.includes(leftOn)) return null;
  return losses.length === 0
    ? "This customer has not left. Churn comes from the contract, on the day its ARR ends; say why once it has."
    : `This customer left on ${losses.join(" and on ")}, not on ${leftOn}.`;
};

/** Why an entry of the lifecycle is refused, by kind: a sentence that says what to do instead, or null. */
export const lifecycleChecks = {
  deal_closed: deal,
  criterion,
  evidence,
  confirmation,
  onboarded_flag: flag,
  waiver,
  setback,
  move_refused: refused,
  expansion,
  renewal_started: started,
  renewal_step: step,
  churn_reason: reason,
} as const;

/** The entries of the present life that speak of a kickoff's lock: which criteria count, and which came too late. */
export function criteriaWritten(record: CustomerRecord, on: Day) {
  const { kickoffAt, within } = onboardingOn(record, lifeOn(record, on), on);
  return {
    kickoffAt,
    criteria: entriesOf(record.journal, "criterion")
      .filter(within)
      .map(({ entryId, at, by, entry }) => ({
        entryId,
        at,
        by,
        ...entry,
        counts: kickoffAt === null || at < kickoffAt,
      })),
  };
}
