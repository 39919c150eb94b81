import { type Role, roleNames } from "../access/index.ts";
import { type EntryOf, entriesOf, type JournalFact, packetSections } from "../facts/index.ts";
import type { Day, EntryId, Instant } from "../kernel/index.ts";
import { attributeOn, type CustomerRecord, type HouseRules } from "../people/index.ts";
import { type Close, closeOf, closesOf, notBefore } from "./close.ts";
import { wordingOf } from "./expectations.ts";
import { type Handoff, handoffsOf } from "./handoff.ts";
import { type SigningSide, signingSides } from "./names.ts";

/** What a check of a handoff's entry knows beside the record: when it happened, and who puts it there in which role. */
export interface HandoffContext {
  readonly at: Instant;
  /** The day of `at` in the workspace's time zone. */
  readonly on: Day;
  readonly entryId: EntryId | null;
  readonly by: string | null;
  readonly role: Role | null;
}

type Kind =
  | "deal_closed"
  | "packet_section"
  | "packet_review"
  | "promise"
  | "expectations"
  | "signature"
  | "kickoff"
  | "ownership_moved";

type Check<Of extends Kind> = (
  record: CustomerRecord,
  rules: HouseRules,
  entry: EntryOf<Of>,
  context: HandoffContext,
) => string | null;

/** The roles that speak for each side. */
const speakers: Record<SigningSide, readonly Role[]> = { ae: ["ae", "am"], cs: ["csm", "cs_manager"] };

/**
 * Whether somebody of a role speaks for a side of a handoff: signs for it, and for Customer Success reviews the packet.
 * Where the account has no CSM, one person works on both sides.
 */
export function speaksFor(
  side: SigningSide,
  role: Role | null,
  { onePerson }: Pick<Handoff, "onePerson">,
): boolean {
  return role !== null && (onePerson ? [...speakers.ae, ...speakers.cs] : speakers[side]).includes(role);
}

const asWho = (role: Role | null): string =>
  role === null ? "without a member's role" : `as ${roleNames[role]}`;

const closeText = ({ opportunity, on }: Close): string =>
  opportunity === null ? `the close of ${on}` : `the close of "${opportunity}" on ${on}`;

const nothingWon =
  "Nothing was won here yet: a handoff begins with the close. Put the closed deal on record first.";

interface Found {
  readonly close: Close;
  readonly handoff: Handoff;
}

/** The close an entry is about and its handoff as it stands at the entry's moment; a sentence where there is none. */
function found(
  record: CustomerRecord,
  rules: HouseRules,
  entry: { readonly close?: string | undefined },
  { at, on }: HandoffContext,
): Found | string {
  const closes = closesOf(record);
  const named = entry.close !== undefined && !closes.some((close) => close.id === entry.close);
  if (named)
    return `There is no close ${entry.close} on this account. Name one of its closes, or none for the latest.`;
  const close = closeOf({ at, effectiveOn: on, entry }, closes);
  if (close === null) return nothingWon;
  const handoff = handoffsOf(record, rules, { now: at, today: on }).find((one) => one.close.id === close.id);
  return handoff ? { close, handoff } : `${nothingWon} This account has ${closeText(close)}, which is later.`;
}

const dealClosed: Check<"deal_closed"> = (record, rules, entry, { at, on, entryId }) => {
  const others = entriesOf(record.journal, "deal_closed").filter((fact) => fact.entryId !== entryId);
  const rule = "One close has one handoff packet.";
  const same = others.find((fact) =>
    entry.opportunity === null ? fact.effectiveOn === on : fact.entry.opportunity === entry.opportunity,
  );
  if (same)
    return `${rule} This deal is on record already, closed on ${same.effectiveOn}. Continue its packet.`;
  if (entry.opportunity !== null) return null;
  const known = { ...record, journal: record.journal.filter((fact) => fact.entryId !== entryId) };
  const open = handoffsOf(known, rules, { now: at, today: on }).find(
    ({ phase, close }) => phase === "open" && close.exact,
  );
  if (!open) return null;
  return `${rule} The packet of ${closeText(open.close)} is still open. Continue it, or name the opportunity of the further deal.`;
};

const beforeTheClose = (close: Close, what: string): string =>
  `${what} cannot be before ${closeText(close)}: the handoff begins with the close.`;

const kickoff: Check<"kickoff"> = (record, rules, entry, context) => {
  const of = entry.close === undefined ? null : closesOf(record).find((close) => close.id === entry.close);
  const first = of ?? closesOf(record)[0];
  if (!first) return nothingWon;
  if (!notBefore({ at: context.at, effectiveOn: context.on }, first))
    return beforeTheClose(first, "A kickoff");
  const about = found(record, rules, entry, context);
  if (typeof about === "string") return about;
  const { held } = about.handoff.kickoff;
  if (held === null || held.entryId === context.entryId) return null;
  return `The kickoff of ${closeText(about.close)} was held on ${held.on}. Change that entry, or withdraw it with a reason first.`;
};

/** A packet may be prepared before the close; an entry that names a close names one there is. */
const packetSection: Check<"packet_section"> = (record, _rules, entry) => {
  if (entry.close === undefined || closesOf(record).some((close) => close.id === entry.close)) return null;
  return `There is no close ${entry.close} on this account. Name one of its closes, or none for the latest.`;
};

const packetReview: Check<"packet_review"> = (record, rules, entry, context) => {
  const about = found(record, rules, entry, context);
  if (typeof about === "string") return about;
  const { handoff, close } = about;
  if (!speaksFor("cs", context.role, handoff))
    return `The packet is reviewed by the CSM who takes the account over, or their manager; you are signed in ${asWho(context.role)}.`;
  const accepted = handoff.reviews.find(
    ({ outcome, entryId }) => outcome === "accepted" && entryId !== context.entryId,
  );
  if (accepted)
    return `The packet of ${closeText(close)} is accepted already. Withdraw the acceptance with a reason first.`;
  if (entry.outcome === "returned" || handoff.complete) return null;
  const gaps = handoff.sections
    .filter((section) => section.state !== "filled")
    .map(({ section, missing }) => `${packetSections[section]} (${missing.join(", ")})`);
  return `A packet is accepted when all six sections are filled. Missing: ${gaps.join("; ")}. Return it, naming the gaps.`;
};

const promise: Check<"promise"> = (record, rules, entry, context) => {
  if (
    entry.cseInformedAt !== null &&
    entry.cseInformedAt > context.at &&
    entry.cseInformedAt.slice(0, 10) > context.on
  )
    return "The CSE cannot have been told at a time still to come.";
  if (!entry.technical && entry.cseInformedAt !== null)
    return "Only technical promises are told to the CSE. Mark the promise as technical, or leave the time out.";
  return packetSection(
    record,
    rules,
    { of: "packet_section", section: "promises", text: null, link: null, close: entry.close },
    context,
  );
};

const expectations: Check<"expectations"> = (record, rules, entry, context) => {
  const about = found(record, rules, entry, context);
  if (typeof about === "string")
    return entry.close === undefined && closesOf(record).length === 0 ? null : about;
  const before = entriesOf(record.journal, "expectations").find((fact) => fact.entryId === context.entryId);
  if (!before || wordingOf(before.entry) === wordingOf(entry) || context.at > before.at) return null;
  return "What was agreed has changed, so the document has to be signed anew: record it with the time it was changed.";
};

const signature: Check<"signature"> = (record, rules, entry, context) => {
  const about = found(record, rules, entry, context);
  if (typeof about === "string") return about;
  const { handoff } = about;
  const { document, signatures } = handoff.expectations;
  if (document === null)
    return "There is no expectations document to sign yet. Write it, or link to it, first.";
  if (!speaksFor(entry.side, context.role, handoff)) {
    const who = entry.side === "ae" ? "the AE or AM who sold" : "the CSM who takes over, or their manager";
    return `The side "${signingSides[entry.side]}" is signed by ${who}; you are signed in ${asWho(context.role)}.`;
  }
  if (signatures[entry.side] !== null)
    return `This side signed the present version on ${signatures[entry.side]?.at.slice(0, 10)}. Withdraw that signature with a reason to sign anew.`;
  const other = signatures[entry.side === "ae" ? "cs" : "ae"];
  if (!handoff.onePerson && other !== null && other.by !== null && other.by === context.by)
    return "The two sides are signed by two people where the account has a CSM.";
  return null;
};

const ownershipMoved: Check<"ownership_moved"> = (record, rules, entry, context) => {
  const about = found(record, rules, entry, context);
  if (typeof about === "string") return about;
  if (!notBefore({ at: context.at, effectiveOn: context.on }, about.close))
    return beforeTheClose(about.close, "The transfer of an account");
  const { moved } = about.handoff.ownership;
  if (moved === null || moved.entryId === context.entryId) return null;
  return `The account was passed to ${moved.to} on ${moved.on}. Withdraw that with a reason first.`;
};

/** Why an entry of a handoff is refused, by kind: a sentence that says the rule and what to do instead, or null. */
export const handoffChecks = {
  deal_closed: dealClosed,
  packet_section: packetSection,
  packet_review: packetReview,
  promise,
  expectations,
  signature,
  kickoff,
  ownership_moved: ownershipMoved,
} as const;

/** Roles that may take back a sign-off that was not theirs, besides the side that gave it. */
const tidying: readonly Role[] = ["workspace_admin"];

/** Why a sign-off of a handoff may not be taken back by somebody of a role (null: the command line); null where it may. */
export function withdrawalRefusal(
  record: CustomerRecord,
  { entry, effectiveOn }: Pick<JournalFact, "entry" | "effectiveOn">,
  role: Role | null,
): string | null {
  const side = entry.of === "signature" ? entry.side : entry.of === "packet_review" ? "cs" : null;
  if (side === null || role === null || tidying.includes(role)) return null;
  const onePerson = attributeOn(record, "csm", effectiveOn) === null;
  if (speaksFor(side, role, { onePerson })) return null;
  const what = entry.of === "signature" ? "A signature" : "A review";
  return `${what} is taken back by the side that gave it (${signingSides[side]}), or by a workspace admin; you are signed in ${asWho(role)}.`;
}
