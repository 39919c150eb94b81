import { type AccountEntryKind, entriesOf, type JournalFact } from "@termwise/core/facts";

/** Entries that can change where an account stands. */
const ofStages = [
  "deal_closed",
  "criterion",
  "kickoff",
  "evidence",
  "confirmation",
  "onboarded_flag",
  "waiver",
  "setback",
  "expansion",
  "renewal_started",
  "renewal_step",
  "churn_reason",
] as const satisfies AccountEntryKind[];

/** Whether an entry can change where an account stands. */
export function concernsStage(kind: string): boolean {
  return (ofStages as readonly string[]).includes(kind);
}

/**
 * What somebody has seen of a customer's journal, as far as it decides where the customer stands: how many entries, and
 * when the newest was recorded. Given back with a change, it tells whether anybody was faster.
 */
export function journalToken(journal: readonly JournalFact[]): string {
  const seen = entriesOf(journal, ...ofStages);
  const newest =
    seen
      .map(({ recordedAt }) => recordedAt)
      .sort()
      .at(-1) ?? "";
  return `${seen.length}@${newest}`;
}

/** The versions of entries recorded since a token, the newest first. Those that take an entry back are among them. */
export function recordedSince(versions: readonly JournalFact[], token: string): JournalFact[] {
  const at = token.slice(token.indexOf("@") + 1);
  return versions
    .filter((fact) => concernsStage(fact.entry.of) && fact.recordedAt > at)
    .sort((a, b) => (a.recordedAt < b.recordedAt ? 1 : -1));
}
