import { type FactSet, factsKnownAt } from "@termwise/core/facts";
import type { Instant } from "@termwise/core/kernel";

/** All facts of a workspace, every version, and when the newest of them was recorded. */
export interface Known {
  readonly all: FactSet;
  /** The latest version of each fact. */
  readonly now: FactSet;
  readonly freshAt: Instant | null;
}

function newest(facts: FactSet): Instant | null {
  let found: Instant | null = null;
  for (const kind of Object.values(facts))
    for (const fact of kind) if (found === null || fact.recordedAt > found) found = fact.recordedAt;
  return found;
}

/** Joins what was loaded into what is held in memory. */
export function knownOf(all: FactSet): Known {
  return { all, now: factsKnownAt(all, null), freshAt: newest(all) };
}
