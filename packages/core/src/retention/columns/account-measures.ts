import { kindCode } from "./account-block.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { at, type Tally } from "./measures.ts";

const { churn, contraction, expansion, reactivation, resumption } = kindCode;

/**
 * One account in one window, on the columns: the same rules as the plain fold's `accountWindow`, which is the truth.
 * Fills `out` with all measures that follow the account from the opening, and `bridgeNew`; the {@link twins} are the
 * caller's to fill, as is what moved in or out.
 *
 * `begin` is its first row, `opening` the first of its rows after the month `opens`, `closing` the first after the
 * window's last month.
 */
export function measureAccount(
  { balance, kind, life }: LedgerColumns,
  begin: number,
  opening: number,
  closing: number,
  opens: number,
  out: Tally,
): void {
  const lived = opening > begin;
  const held = lived ? balance[opening - 1]! : 0;
  const inCohort = lived && kind[opening - 1] !== churn;
  // Sums over the window, by kind: of everything, and of the life the account opened in.
  let [allNew, allUp, allDown, allChurn, allBack, allResumed] = [0, 0, 0, 0, 0, 0];
  let [up, down, lost, back, floor] = [0, 0, 0, 0, held];
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
      if (sameLife) back += moved;
    } else if (what === reactivation) allBack += moved;
    else allNew += moved;
    if (sameLife && after < floor) floor = after;
    before = after;
  }
  const ends = before;
  const active = closing > begin && kind[closing - 1] !== churn;
  const sameLife = inCohort && life[closing - 1]! <= opens;
  const stays = sameLife ? ends : 0;
  const returned = inCohort && !sameLife && active;
  const withReturned = returned ? ends : stays;
  out[at.opening] = held;
  out[at.expansion] = up;
  out[at.contraction] = down;
  out[at.churn] = lost;
  out[at.reactivation] = back;
  out[at.openingAccounts] = inCohort ? 1 : 0;
  out[at.retainedAccounts] = sameLife && active ? 1 : 0;
  out[at.kept] = Math.min(stays, held);
  out[at.keptReturned] = Math.min(withReturned, held);
  out[at.floor] = Math.min(stays, floor);
  out[at.winback] = returned ? ends : 0;
  out[at.returnedAccounts] = returned ? 1 : 0;
  out[at.lostBefore] = lived && !inCohort ? ends : 0;
  out[at.cohortReturns] = inCohort ? allBack : 0;
  out[at.heldAtClose] = ends;
  out[at.allExpansion] = allUp;
  out[at.allContraction] = allDown;
  out[at.allChurn] = allChurn;
  out[at.allResumed] = allResumed;
  out[at.allReactivation] = allBack + allResumed;
  out[at.bridgeNew] = allNew;
}

/** The first row at or after `from` and before `end` that lies after a month. */
export function rowAfter({ month }: LedgerColumns, from: number, end: number, last: number): number {
  let row = from;
  while (row < end && month[row]! <= last) row++;
  return row;
}
