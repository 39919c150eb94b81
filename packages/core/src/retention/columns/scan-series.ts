import {
  addAccount,
  addToWindow,
  type Differences,
  paired,
  type SeriesRange,
  windowsOf,
} from "./account-series.ts";
import type { Grouping } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { type Tallies, width } from "./measures.ts";
import { movementSums, talliesOf } from "./movement-sums.ts";
import { measureTurning } from "./turning-account.ts";

/** Every measure of every window of a range, per group: sums of movements, and the paired measures account by account. */
export function scanSeries(columns: LedgerColumns, grouping: Grouping, range: SeriesRange): Tallies {
  const { groupOf, outside, turning } = grouping;
  const windows = windowsOf(range);
  const months = { first: range.first - range.months, last: range.last };
  const tallies = talliesOf(movementSums(columns, grouping, months), windows);
  const step = windows.length * width;
  const differences: Differences = { values: new Float64Array(outside * step), range };
  const lane = [0];
  for (let a = 0; a < groupOf.length; a++) {
    const group = groupOf[a]!;
    if (group === outside) continue;
    lane[0] = group * step;
    addAccount(columns, a, differences, lane, 1, paired);
  }
  for (const [account, turns] of turning)
    windows.forEach((window, w) => {
      measureTurning(columns, account, turns, window, (group, own) => {
        if (group !== outside) addToWindow(differences, group * step, w, own, 1);
      });
    });
  for (let group = 0; group < outside; group++)
    for (let measure = paired.from; measure < paired.end; measure++) {
      let sum = 0;
      for (let tally = group * step; tally < (group + 1) * step; tally += width) {
        sum += differences.values[tally + measure]!;
        tallies.values[tally + measure] = sum;
      }
    }
  return tallies;
}
