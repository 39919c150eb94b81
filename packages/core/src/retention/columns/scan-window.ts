import { eachAccount, type Followed } from "./each-account.ts";
import type { Grouping } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { Tallies, width } from "./measures.ts";
import type { MonthWindow } from "./month-window.ts";

/** Every measure of one window between two month ends, per group, in one pass over all accounts. */
export function scanWindow(
  columns: LedgerColumns,
  grouping: Grouping,
  window: MonthWindow,
  followed: Followed = "all",
): Tallies {
  const tallies = new Tallies(grouping.labels, [window]);
  const { values } = tallies;
  eachAccount(columns, grouping, window, followed, (_account, group, own) => {
    const to = group * width;
    for (let k = 0; k < width; k++) values[to + k]! += own[k]!;
  });
  return tallies;
}
