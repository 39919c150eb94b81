import { compare, over, plus, type Rational, rational } from "../kernel/index.ts";
import type { CohortGridCell, CohortGridRow } from "./cohort-grid.ts";

/** What a cell of a cohort can tell as a share of its beginning. */
export const cohortMeasures = ["nrr", "grr", "logo"] as const;
/** Net, gross or logo retention of a cohort. */
export type CohortMeasure = (typeof cohortMeasures)[number];

/** The two sums a cell's share is made of: ARR, kept ARR or accounts, of what the same members began with. */
export function cohortParts(
  { arr, kept, accounts, base, members }: CohortGridCell,
  measure: CohortMeasure,
): { readonly part: bigint; readonly whole: bigint } {
  if (measure === "logo") return { part: BigInt(accounts), whole: BigInt(members) };
  return { part: measure === "nrr" ? arr : kept, whole: base };
}

/** The cohorts of one age together: exact shares, 1 = 100 %. `null` where no cohort counts. */
export interface CohortSummary {
  readonly age: number;
  /** Cohorts that count: closed at this age, and with at least as many members as were asked for. */
  readonly cohorts: number;
  /** All their sums together, so that each weighs by what it began with. */
  readonly mean: Rational | null;
  /** The middle one; of an even number the mean of the two middle ones. */
  readonly median: Rational | null;
}

/** Weighted mean and median of each age, over cells that are closed and have at least `least` members. */
export function cohortSummaries(
  rows: readonly CohortGridRow[],
  measure: CohortMeasure,
  least: number,
): CohortSummary[] {
  const ages = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: ages }, (_, age): CohortSummary => {
    const parts = rows.flatMap(({ cells }) => {
      const cell = cells[age];
      if (!cell || cell.open || cell.members < least) return [];
      const own = cohortParts(cell, measure);
      return own.whole === 0n ? [] : [own];
    });
    const sum = (of: "part" | "whole") => parts.reduce((total, own) => total + own[of], 0n);
    const shares = parts.map(({ part, whole }) => rational(part, whole)).sort(compare);
    return {
      age,
      cohorts: parts.length,
      mean: parts.length === 0 ? null : rational(sum("part"), sum("whole")),
      median: middleOf(shares),
    };
  });
}

function middleOf(sorted: readonly Rational[]): Rational | null {
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return low && high ? over(plus(low, high), rational(2n)) : null;
}
