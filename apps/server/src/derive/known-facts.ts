import { type FactSet, factsKnownAt, noFacts } from "@termwise/core/facts";
import type { Instant } from "@termwise/core/kernel";

/** All facts of a workspace, every version, and when the newest of those that figures are computed from was recorded. */
export interface Known {
  readonly all: FactSet;
  /** The latest version of each fact. */
  readonly now: FactSet;
  readonly freshAt: Instant | null;
}

function newest({ journal: _journal, usage: _usage, ...ledger }: FactSet): Instant | null {
  let found: Instant | null = null;
  for (const kind of Object.values(ledger))
    for (const fact of kind) if (found === null || fact.recordedAt > found) found = fact.recordedAt;
  return found;
}

/** Joins what was loaded into what is held in memory. */
export function knownOf(all: FactSet): Known {
  return { all, now: factsKnownAt(all, null), freshAt: newest(all) };
}

/** The same facts with the journal and the readings of usage of `all`. */
export function withRecords(held: Known, { journal, usage }: Pick<FactSet, "journal" | "usage">): Known {
  const now = factsKnownAt({ ...noFacts, journal, usage }, null);
  return {
    ...held,
    all: { ...held.all, journal, usage },
    now: { ...held.now, journal: now.journal, usage: now.usage },
  };
}
