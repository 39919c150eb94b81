import type { Measured } from "./bench-company.ts";

/** A goal of docs/performance.md: a measured number and the bound it should keep. */
export interface Goal {
  readonly id: string;
  readonly what: string;
  readonly bound: "at least" | "at most";
  readonly goal: number;
  readonly unit: "×" | "ms" | "B" | "/s";
  /** `null` where a peer or a tool is missing. */
  readonly measured: number | null;
}

/** Whether a goal is reached. The benchmark fails when one is missed by more than a factor of two, and for nothing less. */
export function verdict({ bound, goal, measured }: Goal): "reached" | "missed" | "failed" | "not measured" {
  if (measured === null || Number.isNaN(measured)) return "not measured";
  const share = bound === "at least" ? measured / goal : goal / measured;
  return share >= 1 ? "reached" : share >= 0.5 ? "missed" : "failed";
}

/** The goals, read off the measured companies: most on the one of 100,000 accounts, or the largest below. */
export function goalsOf(all: readonly Measured[]): Goal[] {
  const subject = all.findLast((measured) => measured.accounts <= 100_000) ?? all[0];
  const [smallest, largest] = [all[0], all.at(-1)];
  if (!subject || !smallest || !largest) return [];
  const time = (name: string, of = subject): number | null => of.timings.get(name)?.median ?? null;
  const over = (a: number | null, b: number | null): number | null =>
    a === null || b === null ? null : a / b;
  // Against a bound in milliseconds, and for what lasts microseconds, the least disturbed turn counts; against another
  // database, which is as often disturbed as we are, the median of both.
  const fastest = (name: string, of = subject): number | null => of.timings.get(name)?.fastest ?? null;
  /** What the largest company costs over the smallest: not told of one company alone. */
  const growth = (name: string): number | null =>
    largest === smallest ? null : over(fastest(name, largest), fastest(name, smallest));
  const enriched = ["PostgreSQL", "DuckDB", "chDB"]
    .map((peer) => time(`${peer} enriched`))
    .filter((ms) => ms !== null);
  const bestEnriched = enriched.length === 3 ? Math.min(...enriched) : null;
  const atLeast = (id: string, what: string, goal: number, measured: number | null): Goal => ({
    id,
    what,
    bound: "at least",
    goal,
    unit: "×",
    measured,
  });
  const atMost = (
    id: string,
    what: string,
    goal: number,
    measured: number | null,
    unit: Goal["unit"] = "×",
  ): Goal => ({ id, what, bound: "at most", goal, unit, measured });

  const [pinned, scan, series] = [time("pinned"), time("scan"), time("series")];
  const { memory, coldStart } = subject;
  const ownBytes = memory.columns - 16 * subject.accounts;
  return [
    atLeast(
      "P1",
      "pinned series against the PostgreSQL spine",
      50_000,
      over(time("PostgreSQL spine"), pinned),
    ),
    atLeast("P1", "pinned series against the DuckDB spine", 10_000, over(time("DuckDB spine"), pinned)),
    atLeast("P1", "pinned series against the best peer on our layout", 500, over(bestEnriched, pinned)),
    atMost("P1", "pinned series", 0.1, fastest("pinned"), "ms"),
    atMost(
      "P2",
      `pinned series, ${largest.accounts} accounts against ${smallest.accounts}`,
      3,
      growth("pinned"),
    ),
    atLeast("P3", "movement scan against the PostgreSQL spine", 800, over(time("PostgreSQL spine"), scan)),
    atLeast("P3", "movement scan against the DuckDB spine", 200, over(time("DuckDB spine"), scan)),
    atLeast("P3", "movement scan against the chDB spine", 60, over(time("chDB spine"), scan)),
    atLeast("P3", "movement scan against the best peer on our layout", 4, over(bestEnriched, scan)),
    atMost(
      "P3",
      "movement scan against a bare pass in JavaScript",
      12,
      over(fastest("scan"), fastest("bare pass")),
    ),
    atMost("P3", "movement scan against a bare read in C", 25, over(fastest("scan"), subject.readLimit)),
    atLeast(
      "P4",
      "series of all measures against the PostgreSQL spine",
      150,
      over(time("PostgreSQL spine"), series),
    ),
    atLeast("P4", "series of all measures against the DuckDB spine", 40, over(time("DuckDB spine"), series)),
    atLeast("P4", "series of all measures against the chDB spine", 20, over(time("chDB spine"), series)),
    atMost("P4", "series of all measures", 60, fastest("series"), "ms"),
    atMost("P5", "drill-down against the movement scan", 3, over(fastest("drill-down"), fastest("scan"))),
    atMost("P5", "cohort matrix against the movement scan", 3, over(fastest("cohorts"), fastest("scan"))),
    atMost("P6", "one changed account in all pinned series", 0.05, fastest("change"), "ms"),
    atMost("P6", `the same, ${largest.accounts} accounts against ${smallest.accounts}`, 2, growth("change")),
    atMost("P8", "arrays per movement, beside 16 B per account", 25, ownBytes / subject.movements, "B"),
    atMost(
      "P8",
      "pinned series, largest against smallest company",
      1.1,
      over(largest.memory.pinned, smallest.memory.pinned),
    ),
    atMost(
      "P9",
      "columns from PostgreSQL against a bare COPY",
      1.5,
      coldStart && coldStart.postgres / coldStart.bareCopy,
    ),
    atMost("P9", "columns from a snapshot in PostgreSQL", 200, coldStart?.snapshot ?? null, "ms"),
    atMost("P9", "columns from PGlite", 2_000, coldStart?.pglite ?? null, "ms"),
  ];
}
