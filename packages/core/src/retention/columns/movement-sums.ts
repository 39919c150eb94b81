import { kindCode } from "./account-block.ts";
import type { Grouping } from "./grouping.ts";
import type { LedgerColumns } from "./ledger-columns.ts";
import { at, pairedMeasures, Tallies, width } from "./measures.ts";
import type { MonthWindow } from "./month-window.ts";
import { measureTurning } from "./turning-account.ts";

const kinds = Object.keys(kindCode).length;

/**
 * Amounts and counts of movements per group, by kind, month the life began and month of the movement: everything any
 * window between `first` and `last` needs of bridge, NRR, movement GRR and logo retention. Cumulative over both months,
 * so a window is four reads per kind.
 */
export interface MovementSums {
  readonly columns: LedgerColumns;
  readonly grouping: Grouping;
  readonly first: number;
  readonly last: number;
  /** `((group * kinds + kind) * span + life) * span + month`, amount and count side by side; months are clamped to `first`. */
  readonly cumulative: Float64Array;
}

/** One pass over all movements. Every window asked of the sums must open at or after `first` and close by `last`. */
export function movementSums(
  columns: LedgerColumns,
  grouping: Grouping,
  { first, last }: { first: number; last: number },
): MovementSums {
  const { groupOf, outside } = grouping;
  const span = last - first + 1;
  const perGroup = kinds * span * span * 2;
  const sums = new Float64Array(outside * perGroup);
  // The place of a row in a group's block is the sum of three small look-ups.
  const lifeStep = new Uint32Array(last + 1);
  const monthStep = new Uint32Array(last + 1);
  for (let month = first; month <= last; month++) {
    lifeStep[month] = (month - first) * span * 2;
    monthStep[month] = (month - first) * 2;
  }
  const kindStep = Uint32Array.from({ length: kinds }, (_, kind) => kind * span * span * 2);
  const { first: firstRow, rows, month, life, kind, balance, gapped } = columns;
  for (let a = 0; a < groupOf.length; a++) {
    const group = groupOf[a]!;
    if (group === outside) continue;
    const base = group * perGroup;
    const begin = firstRow[a]!;
    const end = begin + rows[a]!;
    let before = 0;
    for (let row = begin; row < end; row++) {
      const on = month[row]!;
      if (on > last) break;
      const after = balance[row]!;
      const to = base + kindStep[kind[row]!]! + lifeStep[life[row]!]! + monthStep[on]!;
      sums[to]! += after - before;
      sums[to + 1]! += 1;
      before = after;
    }
    if (gapped[a] === 1)
      leaveGaps(columns, begin, end, last, (row, began, sign) => {
        const to = base + kindStep[kind[row]!]! + lifeStep[began]! + monthStep[month[row]!]!;
        sums[to]! += sign * (balance[row]! - (row > begin ? balance[row - 1]! : 0));
        sums[to + 1]! += sign;
      });
  }
  for (let plane = 0; plane < outside * kinds; plane++) accumulate(sums, plane * span * span * 2, span);
  return { columns, grouping, first, last, cumulative: sums };
}

/**
 * An account in a gap within its life at the opening is not in the cohort, although the life goes on afterwards. So
 * what follows a gap from month c to month r is taken out again for openings in c .. r - 1: once more from c, once
 * back from r. Both fall on the row's own month, so sums over all lives do not see them.
 */
function leaveGaps(
  { month, life, kind }: LedgerColumns,
  begin: number,
  end: number,
  last: number,
  book: (row: number, began: number, sign: 1 | -1) => void,
): void {
  for (let back = begin + 1; back < end; back++) {
    const [from, to] = [month[back - 1]!, month[back]!];
    if (kind[back] !== kindCode.resumption || from === to || to > last) continue;
    for (let row = back; row < end && month[row]! <= last; row++) {
      if (life[row]! > from) break;
      book(row, from, -1);
      book(row, to, 1);
    }
  }
}

/** Makes one plane cumulative over both of its months, amounts and counts alike. */
function accumulate(sums: Float64Array, base: number, span: number): void {
  const line = span * 2;
  for (let i = 0; i < span; i++)
    for (let j = 0; j < line; j++) {
      const here = base + i * line + j;
      if (i > 0) sums[here]! += sums[here - line]!;
      if (j >= 2) sums[here]! += sums[here - 2]! - (i > 0 ? sums[here - line - 2]! : 0);
    }
}

/** The measures of any windows within the sums' range; the paired ones are NaN: they need {@link scanWindow}. */
export function talliesOf(sums: MovementSums, windows: readonly MonthWindow[]): Tallies {
  const { columns, grouping, first, last, cumulative } = sums;
  const span = last - first + 1;
  const tallies = new Tallies(grouping.labels, windows);
  windows.forEach(({ opens, closes }, w) => {
    const [s, t] = [opens - first, closes - first];
    for (let group = 0; group < grouping.outside; group++) {
      const read = (kind: number, life: number, month: number, count: 0 | 1): number =>
        cumulative[(((group * kinds + kind) * span + life) * span + month) * 2 + count]!;
      const until = (kind: number, month: number, count: 0 | 1 = 0) => read(kind, span - 1, month, count);
      const all = (kind: number) => until(kind, t) - until(kind, s);
      const cohort = (kind: number, count: 0 | 1 = 0) => read(kind, s, t, count) - read(kind, s, s, count);
      const { new: started, expansion, contraction, churn, reactivation, resumption } = kindCode;
      const tally = tallies.of(group, w);
      let [opening, closing] = [0, 0];
      for (let kind = 0; kind < kinds; kind++) {
        opening += until(kind, s);
        closing += until(kind, t);
      }
      const begun = until(started, s, 1) + until(reactivation, s, 1) + until(resumption, s, 1);
      const active = begun - until(churn, s, 1);
      tally[at.opening] = opening;
      tally[at.expansion] = cohort(expansion);
      tally[at.contraction] = 0 - cohort(contraction);
      tally[at.churn] = 0 - cohort(churn);
      tally[at.reactivation] = cohort(resumption);
      tally[at.openingAccounts] = active;
      tally[at.retainedAccounts] = active - cohort(churn, 1) + cohort(resumption, 1);
      tally[at.heldAtClose] = tally[at.closing] = closing;
      tally[at.allExpansion] = tally[at.bridgeExpansion] = all(expansion);
      tally[at.allContraction] = tally[at.bridgeContraction] = 0 - all(contraction);
      tally[at.allChurn] = tally[at.bridgeChurn] = 0 - all(churn);
      tally[at.allResumed] = all(resumption);
      tally[at.allReactivation] = tally[at.bridgeReactivation] = all(reactivation) + all(resumption);
      tally[at.bridgeNew] = all(started);
    }
    for (const [account, turns] of grouping.turning)
      measureTurning(columns, account, turns, { opens, closes }, (group, own) => {
        if (group === grouping.outside) return;
        const to = (group * windows.length + w) * width;
        for (let k = 0; k < width; k++) tallies.values[to + k]! += own[k]!;
      });
    for (let group = 0; group < grouping.outside; group++)
      for (const measure of pairedMeasures) tallies.of(group, w)[at[measure]] = Number.NaN;
  });
  return tallies;
}
