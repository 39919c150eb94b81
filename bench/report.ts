import type { Measured } from "./bench-company.ts";
import { type Goal, verdict } from "./goals.ts";

const rows: readonly (readonly [label: string, timing: string])[] = [
  ["PostgreSQL, account × month spine", "PostgreSQL spine"],
  ["DuckDB, account × month spine", "DuckDB spine"],
  ["chDB, account × month spine", "chDB spine"],
  ["PostgreSQL, our enriched layout", "PostgreSQL enriched"],
  ["DuckDB, our enriched layout", "DuckDB enriched"],
  ["chDB, our enriched layout", "chDB enriched"],
  ["engine, series of all measures", "series"],
  ["engine, movement scan (NRR, logo, bridge)", "scan"],
  ["engine, one window, all measures", "window"],
  ["engine, drill-down of a quarter of the book", "drill-down"],
  ["engine, cohort matrix by month", "cohorts"],
  ["bare pass over the same arrays in JavaScript", "bare pass"],
  ["engine, pinned series", "pinned"],
  ["engine, one changed account into all pinned series", "change"],
];

/** A number to three digits, without an exponent. */
export function short(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toPrecision(3);
}

const cells = (values: readonly string[]): string => `| ${values.join(" | ")} |`;

/** Milliseconds of everything, of the median and of the fastest turn, a column per company. */
export function timesTable(all: readonly Measured[]): string {
  const header = [
    "ms: median (fastest)",
    ...all.map((measured) => `${measured.accounts.toLocaleString("en")} accounts`),
  ];
  const lines = rows.map(([label, name]) =>
    cells([
      label,
      ...all.map((measured) => {
        const timing = measured.timings.get(name);
        return timing ? `${short(timing.median)} (${short(timing.fastest)})` : "not available";
      }),
    ]),
  );
  return [cells(header), cells(header.map(() => "---")), ...lines].join("\n");
}

/** Memory and cold start, a line per company. */
export function sizesText(all: readonly Measured[]): string {
  const mb = (bytes: number) => `${short(bytes / 1e6)} MB`;
  return all
    .map(({ accounts, movements, memory, coldStart }) => {
      const held = `${accounts.toLocaleString("en")} accounts, ${movements.toLocaleString("en")} movements: columns ${mb(memory.columns)}, pinned series ${mb(memory.pinned)}, process ${mb(memory.peak)} at its peak (${mb(memory.idle)} idle)`;
      if (!coldStart) return held;
      const { postgres, bareCopy, snapshot, snapshotBytes, pglite } = coldStart;
      return `${held}\n  cold start: from PostgreSQL ${short(postgres)} ms (bare COPY ${short(bareCopy)} ms), from a snapshot of ${mb(snapshotBytes)} ${short(snapshot)} ms, from PGlite ${short(pglite)} ms`;
    })
    .join("\n");
}

/** The goals with what was measured. */
export function goalsTable(goals: readonly Goal[]): string {
  const lines = goals.map((goal) =>
    cells([
      goal.id,
      goal.what,
      `${goal.bound} ${goal.goal.toLocaleString("en")} ${goal.unit}`,
      goal.measured === null ? "" : `${short(goal.measured)} ${goal.unit}`,
      verdict(goal),
    ]),
  );
  return [cells(["", "what", "goal", "measured", ""]), cells(Array(5).fill("---")), ...lines].join("\n");
}
