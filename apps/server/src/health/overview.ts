import { type HealthBand, healthBands, openFlagsOn, scoreText } from "@termwise/core/health";
import { addDays, type Day, rational } from "@termwise/core/kernel";
import { breath } from "../breath.ts";
import type { AccountOnDay } from "../derive/account-list.ts";
import { warningsOf } from "./book-view.ts";
import { boundariesBySegment } from "./boundaries.ts";
import { type BookCase, bandAt, type HealthBook, largest } from "./health-book.ts";
import { tenthsOf } from "./scored.ts";

/** Weeks that bands are counted over, and weeks in which who moved is told. */
export const [weeksShown, weeksMoved] = [13, 4];

/** As many accounts are told of each move from a band to another. */
const mostMoved = 50;
/** As many warnings are told. */
const mostWarnings = 200;

/** Accounts and their ARR. */
interface Sum {
  accounts: number;
  arr: bigint;
}

const sums = (): Record<HealthBand, Sum> => ({
  low: { accounts: 0, arr: 0n },
  review: { accounts: 0, arr: 0n },
  steady: { accounts: 0, arr: 0n },
  strong: { accounts: 0, arr: 0n },
  unknown: { accounts: 0, arr: 0n },
});

const add = (to: Sum, arr: bigint): void => {
  to.accounts += 1;
  to.arr += arr;
};

/** What is counted while a book is gone through once. */
interface Counted {
  readonly weeks: readonly Record<HealthBand, Sum>[];
  readonly moves: ReadonlyMap<HealthBand, Record<HealthBand, Sum>>;
  readonly moved: Map<string, { account: AccountOnDay; byBoundaries: boolean }[]>;
  readonly warned: BookCase[];
  /** Of those that moved, how many did because other boundaries came into force, and not because of their score. */
  byBoundaries: number;
  known: number;
  arr: bigint;
  /** The sum of ARR × tenths of a point. */
  weighted: bigint;
}

/**
 * A book for leadership: one pass over its numbers. Accounts and ARR by band now and week by week, who moved from which band
 * to which, the score weighted by ARR, and what warns of late. Each week is told by the boundaries that were in force in it. What is listed is cut, what is counted is not.
 */
export async function overviewOf(book: HealthBook) {
  const { on, week, scores, currency, cases, figure, policyFor } = book;
  const { ends } = scores;
  const counted: Counted = {
    weeks: ends.map(sums),
    moves: new Map(healthBands.map((band) => [band, sums()])),
    ...{ moved: new Map(), warned: [], byBoundaries: 0, known: 0, arr: 0n, weighted: 0n },
  };
  const since = addDays(on, -7 * weeksMoved);
  const own = new Int32Array(2 * ends.length);
  for (const one of cases) {
    scores.read(one.account.accountId, own);
    count(one, own, counted);
    if (mayWarn(one, own, { on, since, ends })) counted.warned.push(one);
    await breath();
  }
  const now = counted.weeks.at(-1) ?? sums();
  const warnings = [];
  for (const one of counted.warned) {
    const weeks = scores.weeksOf(one.account.accountId).slice(-weeksMoved - 2);
    warnings.push(...warningsOf({ ...one, weeks }, { on, since }));
    await breath();
  }
  return {
    on,
    week,
    currency,
    accounts: cases.length,
    arrAtRisk: figure,
    /** Health of the accounts whose score is known, weighted by ARR, and of how many that is. */
    weighted: {
      score: counted.arr === 0n ? null : scoreText(rational(counted.weighted, counted.arr * 10n)),
      accounts: counted.known,
    },
    bands: healthBands.map((band) => ({ band, ...now[band] })),
    boundaries: boundariesBySegment(
      ends,
      cases.map(({ account }) => account.segment),
      policyFor,
    ),
    weeks: ends.map((end, at) => ({
      week: end,
      bands: healthBands.map((band) => ({ band, accounts: counted.weeks[at]![band].accounts })),
    })),
    movement: movementOf(counted, { from: ends.at(-1 - weeksMoved) ?? week, to: week }),
    warnings: warnings
      .sort((a, b) => (a.on === b.on ? largest(a, b) : a.on < b.on ? 1 : -1))
      .slice(0, mostWarnings),
    bandNames: healthBands,
  };
}

function count(one: BookCase, own: Int32Array, counted: Counted): void {
  const { account } = one;
  const last = counted.weeks.length - 1;
  for (let at = 0; at <= last; at++) add(counted.weeks[at]![bandAt(one, own, at)], account.arr);
  const before = last - weeksMoved;
  const [from, to] = [bandAt(one, own, before), bandAt(one, own, last)];
  add(counted.moves.get(from)![to], account.arr);
  if (from !== to) {
    const byBoundaries = bandAt(one, own, before, last) === to;
    if (byBoundaries) counted.byBoundaries += 1;
    const cell = `${from} ${to}`;
    const held = counted.moved.get(cell) ?? [];
    held.push({ account, byBoundaries });
    counted.moved.set(cell, held);
  }
  const [low, high] = [own[2 * last] ?? -1, own[2 * last + 1] ?? -1];
  if (low < 0 || low !== high) return;
  counted.known += 1;
  counted.arr += account.arr;
  counted.weighted += account.arr * BigInt(tenthsOf(low));
}

function movementOf(
  { moves, moved, byBoundaries }: Counted,
  weeks: { readonly from: Day; readonly to: Day },
) {
  const cells = [...moves].flatMap(([from, to]) =>
    healthBands.flatMap((band) =>
      to[band].accounts > 0 ? [{ from, to: band, accounts: to[band].accounts }] : [],
    ),
  );
  const listed = cells.flatMap(({ from, to }) =>
    (moved.get(`${from} ${to}`) ?? [])
      .map(({ account: { accountId, name, arr }, byBoundaries: only }) => ({
        ...{ accountId, name, arr, from, to },
        byBoundaries: only,
      }))
      .sort(largest)
      .slice(0, mostMoved),
  );
  return {
    ...weeks,
    /** How many moved; of each move the largest are told of. */
    accounts: cells.reduce((sum, { from, to, accounts }) => (from === to ? sum : sum + accounts), 0),
    moved: listed.sort(largest),
    byBoundaries,
    /** How many went from each band to each, those that stayed among them; cells without any are left out. */
    matrix: cells,
  };
}

/** Whether something of the numbers, the times at risk or the flags of an account may warn: who warns is among these. */
function mayWarn(
  { record, low, policies }: BookCase,
  own: Int32Array,
  { on, since, ends }: { readonly on: Day; readonly since: Day; readonly ends: readonly Day[] },
): boolean {
  if (low?.spans.some(({ from }) => from > since)) return true;
  for (let at = ends.length - 1; at > 0 && ends[at]! > since; at--) {
    const { atRiskBelow, healthReviewBelow } = policies[at]!;
    for (const under of [atRiskBelow, healthReviewBelow])
      if (own[2 * at]! >= 0 && own[2 * at + 1]! < under * 1000 && own[2 * at - 2]! >= under * 1000 - 50)
        return true;
  }
  return openFlagsOn(record, on).some(({ fact }) => fact.effectiveOn > since);
}
