import { measureAccount, rowAfter } from "./account-measures.ts";
import type { Grouping } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { at, fillTwins, type Tally, width } from "./measures.ts";
import type { MonthWindow } from "./month-window.ts";
import { measureTurning } from "./turning-account.ts";

/** Whom the cohort's measures count: every account with ARR at the opening, or only those with a line due in the window. */
export type Followed = "all" | "due";

/** What NRR and logo retention follow stands before this place in a tally. */
const pastFollowed = at.cohortReturns;

function isDue(columns: LedgerColumns, account: number, { opens, closes }: MonthWindow): boolean {
  const from = columns.firstDue[account]!;
  for (let i = from; i < from + columns.dues[account]!; i++) {
    const month = columns.due[i]!;
    if (month > opens) return month <= closes;
  }
  return false;
}

/**
 * Hands every account of the grouping's groups over with its measures in one window; an account that turns from group
 * to group once for each. `own` is used again for the next account: take from it what is needed.
 */
export function eachAccount(
  columns: LedgerColumns,
  { groupOf, outside, turning }: Grouping,
  window: MonthWindow,
  followed: Followed,
  visit: (account: number, group: number, own: Tally) => void,
): void {
  const { first, rows } = columns;
  const { opens, closes } = window;
  const own = new Float64Array(width);
  for (let a = 0; a < groupOf.length; a++) {
    const group = groupOf[a]!;
    if (group === outside) continue;
    const begin = first[a]!;
    const end = begin + rows[a]!;
    const opening = rowAfter(columns, begin, end, opens);
    const closing = rowAfter(columns, opening, end, closes);
    if (closing === begin) continue;
    measureAccount(columns, begin, opening, closing, opens, own);
    if (followed === "due" && !isDue(columns, a, window)) own.fill(0, 0, pastFollowed);
    fillTwins(own);
    visit(a, group, own);
  }
  for (const [account, turns] of turning) {
    const left = followed === "due" && !isDue(columns, account, window);
    measureTurning(columns, account, turns, window, (group, share) => {
      if (group === outside) return;
      if (left) share.fill(0, 0, pastFollowed);
      visit(account, group, share);
    });
  }
}
