import {
  type EntryOf,
  entriesOf,
  type JournalOf,
  type OnboardingCriterion,
  onboardingCriteria,
} from "../facts/index.ts";
import type { Day, Instant } from "../kernel/index.ts";
import { type CustomerRecord, holdsRole } from "../people/index.ts";
import { type Clause, evidenceOf, type GateCheck, gateOf } from "./clause.ts";
import type { Life } from "./lives.ts";

/** What each onboarding criterion is called. */
export const criterionNames = {
  technical_completion: "Technical completion",
  adoption_trigger: "Adoption trigger",
  success_milestone: "Success milestone",
  sponsor_confirmation: "Sponsor confirmation",
} as const satisfies Record<OnboardingCriterion, string>;

/** What of the journal concerns an onboarding on a day: entries of the present life, and the last time it began anew. */
export interface Onboarding {
  readonly record: CustomerRecord;
  readonly on: Day;
  readonly within: (fact: { effectiveOn: Day }) => boolean;
  readonly kickoffAt: Instant | null;
  readonly kickoffOn: Day | null;
  /** Evidence counts from after the last move back to Won. */
  readonly anewAt: Instant | null;
}

/** The onboarding of a life on a day. */
export function onboardingOn(record: CustomerRecord, life: Life | null, on: Day): Onboarding {
  const within = ({ effectiveOn }: { effectiveOn: Day }) =>
    effectiveOn <= on && (life?.after == null || effectiveOn >= life.after);
  const kickoff = entriesOf(record.journal, "kickoff").find(within);
  const back = entriesOf(record.journal, "setback").findLast(
    (fact) => within(fact) && fact.entry.to === "won",
  );
  return {
    record,
    on,
    within,
    kickoffAt: kickoff?.at ?? null,
    kickoffOn: kickoff?.effectiveOn ?? null,
    anewAt: back?.at ?? null,
  };
}

/**
 * The gate to Onboarded: four criteria, each agreed in writing before the kickoff and met since, and the CSM's flag. A
 * kickoff that was held, or going live, opens nothing by itself.
 */
export function onboardedGate(onboarding: Onboarding): GateCheck {
  return gateOf("onboarded", [
    ...onboardingCriteria.map((criterion) => criterionClause(onboarding, criterion)),
    flagClause(onboarding),
  ]);
}

/** What was agreed for a criterion: the last text before the kickoff; and whether one was only written after it. */
export function agreedCriterion(
  { record, within, kickoffAt }: Onboarding,
  criterion: OnboardingCriterion,
): { agreed: JournalOf<"criterion"> | null; late: JournalOf<"criterion"> | null } {
  const written = entriesOf(record.journal, "criterion").filter(
    (fact) => within(fact) && fact.entry.criterion === criterion,
  );
  const inTime = ({ at }: { at: Instant }) => kickoffAt === null || at < kickoffAt;
  return {
    agreed: written.findLast(inTime) ?? null,
    late: written.findLast((fact) => !inTime(fact)) ?? null,
  };
}

const counts =
  ({ within, anewAt }: Onboarding) =>
  (fact: { effectiveOn: Day; at: Instant }) =>
    within(fact) && (anewAt === null || fact.at > anewAt);

function criterionClause(onboarding: Onboarding, criterion: OnboardingCriterion): Clause {
  const { record, on, kickoffOn } = onboarding;
  const base = { id: criterion, label: criterionNames[criterion] };
  const waiver = entriesOf(record.journal, "waiver").findLast(
    (fact) => counts(onboarding)(fact) && fact.entry.criterion === criterion && on < fact.entry.expiresOn,
  );
  if (waiver) {
    const { reason, expiresOn } = waiver.entry;
    return {
      ...base,
      state: "waived",
      says: `Waived until ${expiresOn}: ${reason}`,
      evidence: [evidenceOf(waiver, { observed: "Waiver", expiresOn })],
    };
  }
  const { agreed, late } = agreedCriterion(onboarding, criterion);
  if (agreed === null)
    return late === null
      ? {
          ...base,
          state: "missing",
          says: "Nothing is agreed for it. Write it down before the kickoff.",
          evidence: [],
        }
      : {
          ...base,
          state: "not_counted",
          says: `Written ${late.effectiveOn}, but the kickoff was ${kickoffOn}: what is agreed after the kickoff does not count. A CS manager may waive it.`,
          evidence: [evidenceOf(late, { observed: late.entry.text })],
        };
  return metBy(onboarding, base, criterion, agreed);
}

type Proof = JournalOf<"evidence"> | JournalOf<"confirmation">;

function metBy(
  onboarding: Onboarding,
  base: Pick<Clause, "id" | "label">,
  criterion: OnboardingCriterion,
  agreed: JournalOf<"criterion">,
): Clause {
  const { record, on } = onboarding;
  const proofs: Proof[] =
    criterion === "sponsor_confirmation"
      ? entriesOf(record.journal, "confirmation").filter(counts(onboarding))
      : entriesOf(record.journal, "evidence").filter(
          (fact) => counts(onboarding)(fact) && fact.entry.criterion === criterion,
        );
  const valid = proofs.filter((proof) => confirmerFault(onboarding, proof) === null);
  const lasting = valid.findLast(({ entry }) => entry.expiresOn === null || on < entry.expiresOn);
  const evidence = valid.map(shown);
  if (lasting) return { ...base, state: "met", says: saysOf(lasting), evidence: evidence.toReversed() };
  const lapsed = valid.at(-1);
  if (lapsed)
    return {
      ...base,
      state: "stale",
      says: `${saysOf(lapsed)} It counted until ${lapsed.entry.expiresOn}; confirm it again.`,
      evidence: evidence.toReversed(),
    };
  const faulty = proofs.at(-1);
  if (faulty)
    return {
      ...base,
      state: "not_counted",
      says: confirmerFault(onboarding, faulty) ?? "",
      evidence: [shown(faulty)],
    };
  return {
    ...base,
    state: "missing",
    says: `Agreed: ${agreed.entry.text} No evidence is on record yet.`,
    evidence: [evidenceOf(agreed, { observed: agreed.entry.text })],
  };
}

const shown = (proof: Proof) =>
  evidenceOf(proof, {
    observed: proof.entry.observed,
    expiresOn: proof.entry.expiresOn,
    link: proof.entry.link,
  });

function saysOf({ entry }: Proof): string {
  const said = /[.!?]$/.test(entry.observed) ? entry.observed : `${entry.observed}.`;
  return entry.of === "confirmation" && entry.role === "champion"
    ? `${said} Confirmed by the champion, by delegation of the sponsor.`
    : said;
}

/** Why a confirmation cannot count: whoever confirms must hold the role on that day, a champion by delegation. */
function confirmerFault({ record }: Onboarding, proof: Proof): string | null {
  if (proof.entry.of !== "confirmation") return null;
  return confirmationFault(record, proof.entry, proof.effectiveOn);
}

/** Why a confirmation of a day cannot count, or null. */
export function confirmationFault(
  record: CustomerRecord,
  { contactId, role, delegatedBy }: EntryOf<"confirmation">,
  on: Day,
): string | null {
  if (!holdsRole(record, contactId, role, on))
    return `Whoever confirmed was not the customer's ${role} on ${on}. Put their role on record first, or ask the sponsor.`;
  if (role === "champion" && delegatedBy === null)
    return "A champion confirms only by delegation. Say which sponsor delegated it, or ask the sponsor.";
  if (delegatedBy !== null && !holdsRole(record, delegatedBy, "sponsor", on))
    return `Whoever delegated it was not the customer's sponsor on ${on}.`;
  return null;
}

function flagClause(onboarding: Onboarding): Clause {
  const base = { id: "csm_flag", label: "CSM flag" };
  const flag = entriesOf(onboarding.record.journal, "onboarded_flag").findLast(counts(onboarding));
  if (!flag)
    return {
      ...base,
      state: "missing",
      says: "The CSM has not set the flag. They set it once the four criteria are met.",
      evidence: [],
    };
  const evidence = [evidenceOf(flag, { observed: flag.entry.value ? "Flag set" : "Flag taken back" })];
  return flag.entry.value
    ? { ...base, state: "met", says: `Set on ${flag.effectiveOn}.`, evidence }
    : { ...base, state: "failing", says: `Taken back on ${flag.effectiveOn}.`, evidence };
}
