import type { JournalFact } from "@termwise/core/facts";
import { type PolicyOfDay, type Proposal, policyOfDay, proposalsOf } from "@termwise/core/governance";
import type { Day } from "@termwise/core/kernel";

const kept = new WeakMap<readonly JournalFact[], readonly Proposal[]>();

/** The proposals on record, and how each stands; read once for each state of the journal. */
export function proposalsIn({ journal }: { journal: readonly JournalFact[] }): readonly Proposal[] {
  const known = kept.get(journal) ?? proposalsOf(journal);
  kept.set(journal, known);
  return known;
}

/** How ARR is counted in lists and on pages that show a day: by the definitions in force on it. */
export function policyOn(known: { journal: readonly JournalFact[] }, on: Day): PolicyOfDay {
  return policyOfDay(proposalsIn(known), on);
}
