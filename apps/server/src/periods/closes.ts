import { type ClosedPeriod, type CountingPolicy, closedPeriods } from "@termwise/core/closing";
import type { JournalFact } from "@termwise/core/facts";
import { Failure } from "@termwise/core/kernel";
import { LedgerPolicy } from "@termwise/core/ledger";
import { RetentionChoices, RetentionPolicy } from "@termwise/core/retention";

const kept = new WeakMap<readonly JournalFact[], readonly ClosedPeriod[]>();

/** Every close of a workspace by its number; read once for each state of the journal. */
export function closesIn({ journal }: { journal: readonly JournalFact[] }): readonly ClosedPeriod[] {
  const known = kept.get(journal) ?? closedPeriods(journal);
  kept.set(journal, known);
  return known;
}

/** A close by its number. Throws `not_found`. */
export function closeIn(known: { journal: readonly JournalFact[] }, number: number): ClosedPeriod {
  const found = closesIn(known).find((close) => close.number === number);
  if (!found) throw new Failure("not_found", `There is no close No. ${number}`);
  return found;
}

/** The policy a close was counted by, from the flat choices it carries. */
export function policyOfClose({ entry }: ClosedPeriod): CountingPolicy {
  const pick = (shape: object) =>
    Object.fromEntries(Object.entries(entry.policy).filter(([name]) => name in shape));
  return {
    retention: RetentionPolicy.parse(pick(RetentionChoices.shape)),
    ledger: LedgerPolicy.parse(pick(LedgerPolicy.shape)),
  };
}
