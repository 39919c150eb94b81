import {
  addAccount,
  addToWindow,
  type Differences,
  type SeriesRange,
  sumUp,
  windowsOf,
} from "./account-series.ts";
import type { Grouping } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { Tallies, width } from "./measures.ts";
import { measureTurning } from "./turning-account.ts";

/** Every measure of every window of a range, per group, in one pass over all accounts. */
export function scanSeries(
  columns: LedgerColumns,
  { labels, groupOf, outside, turning }: Grouping,
  range: SeriesRange,
): Tallies {
  const windows = windowsOf(range);
  const step = windows.length * width;
  const differences: Differences = { values: new Float64Array(outside * step), range };
  const lane = [0];
  for (let a = 0; a < groupOf.length; a++) {
    const group = groupOf[a]!;
    if (group === outside) continue;
    lane[0] = group * step;
    addAccount(columns, a, differences, lane, 1);
  }
  for (const [account, turns] of turning)
    windows.forEach((window, w) => {
      measureTurning(columns, account, turns, window, (group, measure, amount) => {
        if (group !== outside) addToWindow(differences, group * step, w, measure, amount);
      });
    });
  const tallies = new Tallies(labels, windows);
  for (let group = 0; group < outside; group++)
    sumUp(differences, group * step, tallies.values, group * step);
  return tallies;
}
