import { groupBy } from "../kernel/index.ts";
import type { DivergenceTeam } from "./names.ts";
import { type DivergenceLine, type DivergenceTotal, totalOf } from "./report.ts";

/** What divergences come to for one team, system or term. Null as value: nobody, or nothing is known. */
export interface TeamTotal extends DivergenceTotal {
  readonly value: string | null;
}

function valuesOf(line: DivergenceLine, by: DivergenceTeam): readonly (string | null)[] {
  if (by === "system") return [...new Set(line.claims.map(({ system }) => system))];
  return [by === "term" ? line.term : line[by]];
}

/**
 * Divergences added up by whose they are, the largest ARR first. One that several systems take part in counts for each of
 * them, so totals by system may come to more than the whole.
 */
export function totalsBy(lines: readonly DivergenceLine[], by: DivergenceTeam): TeamTotal[] {
  const pairs = lines.flatMap((line) => valuesOf(line, by).map((value) => ({ value, line })));
  const totals = [...groupBy(pairs, ({ value }) => value)].map(([value, own]) => ({
    value,
    ...totalOf(own.map(({ line }) => line)),
  }));
  return totals.sort((a, b) =>
    a.arr === b.arr
      ? b.lines - a.lines || (a.value ?? "").localeCompare(b.value ?? "", "en")
      : a.arr > b.arr
        ? -1
        : 1,
  );
}
