import { type MeasureAccount, measureAccount, measurePaired, rowAfter } from "./account-measures.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { at, type Tally, twins, width } from "./measures.ts";
import type { MonthWindow } from "./month-window.ts";

/** Windows of `months` months that close in `first`, `first + 1` … `last`. */
export interface SeriesRange {
  readonly first: number;
  readonly last: number;
  readonly months: number;
}

/** The windows of a range, oldest first. */
export const windowsOf = ({ first, last, months }: SeriesRange): MonthWindow[] =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ opens: first + i - months, closes: first + i }));

/**
 * Tallies on their way to be summed: per lane one tally for each window of the range, holding what differs from the
 * window before. The {@link twins} hold what differs from their measure among all flows: nothing, for an account that
 * stays in its group.
 */
export interface Differences {
  readonly values: Float64Array;
  readonly range: SeriesRange;
}

/** A run of measures that stand side by side in a tally, and what fills them for one account. */
interface Part {
  readonly measure: MeasureAccount;
  readonly from: number;
  readonly end: number;
}

/** All but the twins and what moved in or out: those are nothing for an account that stays in its group. */
export const everything: Part = { measure: measureAccount, from: 0, end: at.closing };

/** The paired measures alone: sums of movements tell the others quicker. */
export const paired: Part = { measure: measurePaired, from: at.kept, end: at.cohortReturns + 1 };

let [held, now] = [new Float64Array(width), new Float64Array(width)];

/**
 * Adds one account to a series, `sign` times: each tally takes what differs from the window one month before, so an
 * account costs as many steps as it has movements, not months. `lanes` are the places of the first tallies of the
 * groups it stays in.
 */
export function addAccount(
  columns: LedgerColumns,
  account: number,
  { values, range }: Differences,
  lanes: ArrayLike<number>,
  sign: 1 | -1,
  { measure, from, end: past }: Part,
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
      measure(columns, begin, opening, closing, closes - months, now);
      const offset = (closes - first) * width;
      for (let lane = 0; lane < lanes.length; lane++) {
        const to = lanes[lane]! + offset;
        for (let k = from; k < past; k++) values[to + k]! += sign * (now[k]! - held[k]!);
      }
      [held, now] = [now, held];
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

/** Adds a tally to one window of a lane, `sign` times: for accounts that turn from group to group. */
export function addToWindow(
  { values, range }: Differences,
  lane: number,
  window: number,
  own: Tally,
  sign: 1 | -1,
): void {
  const to = lane + window * width;
  const isLast = window === range.last - range.first;
  const add = (measure: number, amount: number): void => {
    values[to + measure]! += sign * amount;
    if (!isLast) values[to + width + measure]! -= sign * amount;
  };
  for (let measure = 0; measure < width; measure++) add(measure, own[measure]!);
  for (const [twin, measure] of twins) add(twin, -own[measure]!);
}

/** Sums a lane of differences up to its tallies, into `out` from `to` on. */
export function sumUp({ values, range }: Differences, lane: number, out: Float64Array, to: number): void {
  const length = (range.last - range.first + 1) * width;
  for (let i = 0; i < width; i++) out[to + i] = values[lane + i]!;
  for (let i = width; i < length; i++) out[to + i] = values[lane + i]! + out[to + i - width]!;
  for (const [twin, measure] of twins)
    for (let tally = to; tally < to + length; tally += width) out[tally + twin]! += out[tally + measure]!;
}
