import { kindCode } from "./account-block.ts";
import { measureAccount, rowAfter } from "./account-measures.ts";
import { type GroupTurn, groupAt } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { at, type Measure, width } from "./measures.ts";
import type { MonthWindow } from "./month-window.ts";

/** What goes by the group of the opening stands before this place in a tally, the bridge from here on. */
const bridge = at.bridgeNew;

const bridgeFlow: readonly Measure[] = [
  "bridgeNew",
  "bridgeExpansion",
  "bridgeContraction",
  "bridgeChurn",
  "bridgeReactivation",
  "bridgeReactivation",
];

/** Adds an amount to a measure of a group. */
export type Add = (group: number, measure: number, amount: number) => void;

const own = new Float64Array(width);

/**
 * One window of an account whose group changes over time: what is followed goes to the group of the opening, the
 * bridge to the group of each day, and what is held when the group changes is moved out of one and into the other.
 */
export function measureTurning(
  columns: LedgerColumns,
  account: number,
  turns: readonly GroupTurn[],
  { opens, closes }: MonthWindow,
  add: Add,
): void {
  const begin = columns.first[account] ?? 0;
  const end = begin + (columns.rows[account] ?? 0);
  const opening = rowAfter(columns, begin, end, opens);
  const closing = rowAfter(columns, opening, end, closes);
  measureAccount(columns, begin, opening, closing, opens, own);
  let group = groupAt(turns, opens);
  for (let measure = 0; measure < bridge; measure++) add(group, measure, own[measure] ?? 0);

  const balanceBefore = (row: number): number => (row > begin ? (columns.balance[row - 1] ?? 0) : 0);
  const ahead = turns.filter((turn) => turn.month > opens && turn.month <= closes);
  let row = opening;
  const bookUntil = (last: number): void => {
    for (; row < last; row++) {
      const moved = (columns.balance[row] ?? 0) - balanceBefore(row);
      const what = columns.kind[row] ?? 0;
      const lowers = what === kindCode.contraction || what === kindCode.churn;
      add(group, at[bridgeFlow[what] ?? "bridgeNew"], lowers ? -moved : moved);
    }
  };
  for (const turn of ahead) {
    bookUntil(begin + turn.row);
    add(group, at.movedOut, balanceBefore(row));
    add(turn.group, at.movedIn, balanceBefore(row));
    group = turn.group;
  }
  bookUntil(closing);
  add(group, at.closing, balanceBefore(closing));
}
