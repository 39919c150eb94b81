import { measureAccount, rowAfter } from "./account-measures.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { type Tally, width } from "./measures.ts";

/** Windows of `months` months that close in `first`, `first + 1` … `last`. */
export interface SeriesRange {
  readonly first: number;
  readonly last: number;
  readonly months: number;
}

/** The windows of a range, oldest first. */
export const windowsOf = ({ first, last, months }: SeriesRange) =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ opens: first + i - months, closes: first + i }));

/** Where differences are added: a run of tallies per lane, one for each window of the range. */
export interface Differences {
  readonly values: Float64Array;
  readonly range: SeriesRange;
}

const [held, now] = [new Float64Array(width), new Float64Array(width)];

/**
 * Adds one account to a series, `sign` times: each tally takes what differs from the window one month before, so an
 * account costs as many steps as it has movements, not months. `lanes` are the places of the first tallies of the
 * groups it belongs to.
 */
export function addAccount(
  columns: LedgerColumns,
  account: number,
  { values, range }: Differences,
  lanes: ArrayLike<number>,
  sign: 1 | -1,
): void {
  const { month } = columns;
  const { first, last, months } = range;
  const begin = columns.first[account]!;
  const end = begin + columns.rows[account]!;
  let closes = first;
  let opening = rowAfter(columns, begin, end, closes - months);
  let closing = rowAfter(columns, opening, end, closes);
  held.fill(0);
  for (;;) {
    if (closing > begin) {
      measureAccount(columns, begin, opening, closing, closes - months, now);
      addDifference(values, (closes - first) * width, lanes, now, held, sign);
      held.set(now);
    }
    // Nothing changes until a row enters the window at its close or leaves it at its opening.
    const entering = closing < end ? month[closing]! : last + 1;
    const leaving = opening < end ? month[opening]! + months : last + 1;
    closes = Math.min(entering, leaving);
    if (closes > last) return;
    opening = rowAfter(columns, opening, end, closes - months);
    closing = rowAfter(columns, closing, end, closes);
  }
}

function addDifference(
  values: Float64Array,
  offset: number,
  lanes: ArrayLike<number>,
  after: Tally,
  before: Tally,
  sign: 1 | -1,
): void {
  for (let k = 0; k < width; k++) {
    const difference = sign * (after[k]! - before[k]!);
    if (difference === 0) continue;
    for (let lane = 0; lane < lanes.length; lane++) values[lanes[lane]! + offset + k]! += difference;
  }
}

/** Turns a run of differences into the tallies themselves, into `out` from `to` on. */
export function summed({ values, range }: Differences, lane: number, out: Float64Array, to: number): void {
  const length = (range.last - range.first + 1) * width;
  for (let i = 0; i < length; i++) out[to + i] = values[lane + i]! + (i < width ? 0 : out[to + i - width]!);
}
