import { kindCode } from "./account-block.ts";
import { measureAccount, rowAfter } from "./account-measures.ts";
import { type GroupTurn, groupAt } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { at, fillTwins, type Measure, type Tally, width } from "./measures.ts";
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

const own = new Float64Array(width);

/**
 * One window of an account whose group changes over time, a tally for each group it was in: what is followed goes to
 * the group of the opening, the bridge to the group of each day, and what is held when the group changes is moved out
 * of one and into the other. A tally handed over is used again: take from it what is needed.
 */
export function measureTurning(
  columns: LedgerColumns,
  account: number,
  turns: readonly GroupTurn[],
  { opens, closes }: MonthWindow,
  take: (group: number, own: Tally) => void,
): void {
  const begin = columns.first[account]!;
  const end = begin + columns.rows[account]!;
  const opening = rowAfter(columns, begin, end, opens);
  const closing = rowAfter(columns, opening, end, closes);
  if (closing === begin) return;
  measureAccount(columns, begin, opening, closing, opens, own);
  const group = groupAt(turns, opens);
  const ahead = turns.filter((turn) => turn.month > opens && turn.month <= closes);
  if (ahead.length === 0) {
    fillTwins(own);
    take(group, own);
    return;
  }
  const tallies = new Map<number, Tally>();
  const tallyOf = (of: number): Tally => {
    const held = tallies.get(of) ?? new Float64Array(width);
    tallies.set(of, held);
    return held;
  };
  tallyOf(group).set(own.subarray(0, bridge));
  let row = opening;
  let inside = tallyOf(group);
  const balanceBefore = (): number => (row > begin ? columns.balance[row - 1]! : 0);
  const bookUntil = (last: number): void => {
    for (; row < last; row++) {
      const moved = columns.balance[row]! - balanceBefore();
      const what = columns.kind[row]!;
      const lowers = what === kindCode.contraction || what === kindCode.churn;
      inside[at[bridgeFlow[what]!]]! += lowers ? -moved : moved;
    }
  };
  for (const turn of ahead) {
    bookUntil(begin + turn.row);
    inside[at.movedOut]! += balanceBefore();
    inside = tallyOf(turn.group);
    inside[at.movedIn]! += balanceBefore();
  }
  bookUntil(closing);
  inside[at.closing]! += balanceBefore();
  for (const [of, tally] of tallies) take(of, tally);
}
