import { kindCode } from "./account-block.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { at, type Tally } from "./measures.ts";

const { churn, contraction, expansion, reactivation, resumption } = kindCode;

/**
 * Fills some measures of one account in one window, on the columns: the rules are those of the plain fold's
 * `accountWindow`, which is the truth. `begin` is the account's first row, `opening` the first of its rows after the
 * month `opens`, `closing` the first after the window's last month.
 */
export type MeasureAccount = (
  columns: LedgerColumns,
  begin: number,
  opening: number,
  closing: number,
  opens: number,
  out: Tally,
) => void;

/**
 * All measures that follow the account from the opening, and `bridgeNew`. The `twins` are the caller's to fill, as is
 * what moved in or out.
 */
export const measureAccount: MeasureAccount = (columns, begin, opening, closing, opens, out) => {
  measureFlows(columns, begin, opening, closing, opens, out);
  measurePaired(columns, begin, opening, closing, opens, out);
};

/** What sums of movements can tell: what was held, what moved, and how many accounts. */
const measureFlows: MeasureAccount = ({ balance, kind, life }, begin, opening, closing, opens, out) => {
  const held = opening > begin ? balance[opening - 1]! : 0;
  const inCohort = opening > begin && kind[opening - 1] !== churn;
  // Sums over the window, by kind: of everything, and of the life the account opened in.
  let [allNew, allUp, allDown, allChurn, allBack, allResumed] = [0, 0, 0, 0, 0, 0];
  let [up, down, lost, resumed] = [0, 0, 0, 0];
  let before = held;
  for (let row = opening; row < closing; row++) {
    const after = balance[row]!;
    const moved = after - before;
    const what = kind[row];
    const sameLife = inCohort && life[row]! <= opens;
    if (what === expansion) {
      allUp += moved;
      if (sameLife) up += moved;
    } else if (what === contraction) {
      allDown -= moved;
      if (sameLife) down -= moved;
    } else if (what === churn) {
      allChurn -= moved;
      if (sameLife) lost -= moved;
    } else if (what === resumption) {
      allResumed += moved;
      if (sameLife) resumed += moved;
    } else if (what === reactivation) allBack += moved;
    else allNew += moved;
    before = after;
  }
  out[at.opening] = held;
  out[at.expansion] = up;
  out[at.contraction] = down;
  out[at.churn] = lost;
  out[at.reactivation] = resumed;
  out[at.openingAccounts] = inCohort ? 1 : 0;
  const stays = inCohort && life[closing - 1]! <= opens && kind[closing - 1] !== churn;
  out[at.retainedAccounts] = stays ? 1 : 0;
  out[at.heldAtClose] = before;
  out[at.allExpansion] = allUp;
  out[at.allContraction] = allDown;
  out[at.allChurn] = allChurn;
  out[at.allResumed] = allResumed;
  out[at.allReactivation] = allBack + allResumed;
  out[at.bridgeNew] = allNew;
};

/** What needs both ends of the window, account by account: the `pairedMeasures`. */
export const measurePaired: MeasureAccount = (
  { balance, kind, life },
  begin,
  opening,
  closing,
  opens,
  out,
) => {
  const lived = opening > begin;
  const held = lived ? balance[opening - 1]! : 0;
  const inCohort = lived && kind[opening - 1] !== churn;
  const ends = closing > begin ? balance[closing - 1]! : 0;
  const sameLife = inCohort && life[closing - 1]! <= opens;
  const returned = inCohort && !sameLife && kind[closing - 1] !== churn;
  let floor = sameLife ? held : 0;
  let returns = 0;
  if (inCohort)
    for (let row = opening; row < closing; row++) {
      if (balance[row]! < floor) floor = balance[row]!;
      if (kind[row] === reactivation) returns += balance[row]!;
    }
  const stays = sameLife ? ends : 0;
  const withReturned = returned ? ends : stays;
  out[at.kept] = Math.min(stays, held);
  out[at.keptReturned] = Math.min(withReturned, held);
  out[at.floor] = floor;
  out[at.winback] = returned ? ends : 0;
  out[at.returnedAccounts] = returned ? 1 : 0;
  out[at.lostBefore] = lived && !inCohort ? ends : 0;
  out[at.cohortReturns] = returns;
};

/** The first row at or after `from` and before `end` that lies after a month. */
export function rowAfter({ month }: LedgerColumns, from: number, end: number, last: number): number {
  let row = from;
  while (row < end && month[row]! <= last) row++;
  return row;
}
