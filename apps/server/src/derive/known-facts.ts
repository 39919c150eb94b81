import { type FactSet, factsKnownAt, noFacts } from "@termwise/core/facts";
import type { Day, Instant } from "@termwise/core/kernel";

/** All facts of a workspace, every version, and when the newest of those that figures are computed from was recorded. */
export interface Known {
  readonly all: FactSet;
  /** The latest version of each fact. */
  readonly now: FactSet;
  readonly freshAt: Instant | null;
  /** When readings of usage of anybody came in. Whoever sees some accounts alone must judge them by the same days. */
  readonly readings: Readings;
}

/** The days on which readings of usage end, in their order, and how many days the longest covers. */
export interface Readings {
  readonly days: readonly Day[];
  readonly longest: number;
}

function readingsOf({ usage }: Pick<FactSet, "usage">): Readings {
  return {
    days: [...new Set(usage.map(({ effectiveOn }) => effectiveOn))].sort(),
    longest: usage.reduce((longest, { days }) => Math.max(longest, days), 1),
  };
}

function newest({ journal: _journal, usage: _usage, ...ledger }: FactSet): Instant | null {
  let found: Instant | null = null;
  for (const kind of Object.values(ledger))
    for (const fact of kind) if (found === null || fact.recordedAt > found) found = fact.recordedAt;
  return found;
}

/** Joins what was loaded into what is held in memory. */
export function knownOf(all: FactSet): Known {
  const now = factsKnownAt(all, null);
  return { all, now, freshAt: newest(all), readings: readingsOf(now) };
}

/** The same facts with the journal and the readings of usage of `all`. */
export function withRecords(held: Known, { journal, usage }: Pick<FactSet, "journal" | "usage">): Known {
  const now = factsKnownAt({ ...noFacts, journal, usage }, null);
  return {
    ...held,
    all: { ...held.all, journal, usage },
    now: { ...held.now, journal: now.journal, usage: now.usage },
    readings: readingsOf(now),
  };
}
