import {
  type AtRiskSpan,
  atRisk,
  type HealthPolicy,
  houseHealthPolicy,
  type ScoreRange,
  type ScoreWeek,
  scoreText,
  unmeasured,
  weekEnds,
} from "@termwise/core/health";
import { type AccountId, addDays, type Day, type Rational, rational } from "@termwise/core/kernel";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { heldScores } from "./held-scores.ts";
import { lastWeekOver, weeksBack } from "./measure.ts";

/** A week of an account with the score that was measured of it; null where nothing was. */
export interface ScoredWeek {
  readonly week: Day;
  readonly score: ScoreRange | null;
}

/** Points that were told of once: a book has the same ones in many places. In thousandths. */
const points: Rational[] = [];

const pointsOf = (thousandths: number): Rational => {
  const known = points[thousandths] ?? rational(BigInt(thousandths), 1000n);
  points[thousandths] = known;
  return known;
};

/** A number of thousandths as it is told, in tenths of a point, halves up. */
export const tenthsOf = (thousandths: number): number => Math.floor((thousandths + 50) / 100);

const words: string[] = [];

/** A number of thousandths as it is told, written once for all that have it. */
export function wordsOf(thousandths: number): string {
  words[thousandths] ??= scoreText(pointsOf(thousandths));
  return words[thousandths];
}

/** A score by its ends in thousandths of a point. */
export function rangeOf(low: number, high: number): ScoreRange {
  return { low: pointsOf(low), high: pointsOf(high) };
}

/** The weeks that are looked back upon: as many as are kept when an account is first measured. */
export function weeksLookedBack(today: Day): {
  readonly from: Day;
  readonly to: Day;
  readonly ends: readonly Day[];
} {
  const to = lastWeekOver(today);
  const from = addDays(to, -7 * (weeksBack - 1));
  return { from, to, ends: weekEnds(from, to) };
}

/** The scores of a book over the last weeks that are over, in their order, as they were when they were asked for. */
export interface BookScores {
  readonly ends: readonly Day[];
  /** What was made of these scores holds for others of the same number. */
  readonly readings: number;
  /**
   * Writes the scores of a customer down, of each week its lower and its upper end in thousandths of a point, `unmeasured`
   * where there is none. Of records that were merged the customer's own stands. Tells whether there is any.
   */
  read(id: AccountId, into: Int32Array): boolean;
  /** The weeks of a customer, for those that are shown. */
  weeksOf(id: AccountId): ScoredWeek[];
}

/** The scores of the last so many weeks that are over, of all weeks that are looked back upon where nobody says. */
export async function bookScores(termwise: Termwise, weeks: number = weeksBack): Promise<BookScores> {
  const books = await termwise.books();
  const { ends: all } = weeksLookedBack(termwise.today());
  const { columns, readings } = await heldScores(termwise, all);
  const ends = all.slice(-weeks);
  const found = ends.map((week) => columns.week(week));
  const joined = joinedRecords(books);
  const put = (id: AccountId, into: Int32Array, isOwn: boolean): boolean => {
    const place = columns.placeOf(id);
    return place !== undefined && putScores(found, { place, isOwn }, into);
  };
  const read = (id: AccountId, into: Int32Array): boolean => {
    into.fill(unmeasured);
    const others = (joined.get(id) ?? []).map((record) => put(record, into, false));
    return put(id, into, true) || others.includes(true);
  };
  return {
    ...{ ends, readings, read },
    weeksOf: (id) => {
      const own = new Int32Array(2 * ends.length);
      read(id, own);
      return ends.map((week, at) => ({ week, score: scoreAt(own, at) }));
    },
  };
}

/** The score of the how-manieth week of those that were written down; null where nothing was measured. */
export const scoreAt = (ends: Int32Array, at: number): ScoreRange | null =>
  ends[2 * at]! < 0 ? null : rangeOf(ends[2 * at]!, ends[2 * at + 1]!);

function putScores(
  weeks: readonly (ScoreWeek | undefined)[],
  { place, isOwn }: { readonly place: number; readonly isOwn: boolean },
  into: Int32Array,
): boolean {
  let any = false;
  for (let at = 0; at < weeks.length; at++) {
    const low = weeks[at]?.low[place] ?? unmeasured;
    if (low < 0 || (!isOwn && into[2 * at]! >= 0)) continue;
    into[2 * at] = low;
    into[2 * at + 1] = weeks[at]!.high[place]!;
    any = true;
  }
  return any;
}

/** The records that were merged into a customer beside its own, found once for each state of the facts. */
const joinedOf = new WeakMap<Books, ReadonlyMap<AccountId, readonly AccountId[]>>();

function joinedRecords(books: Books): ReadonlyMap<AccountId, readonly AccountId[]> {
  const known = joinedOf.get(books);
  if (known) return known;
  const { ofAccount } = customerRecords(books);
  const joined = new Map<AccountId, AccountId[]>();
  for (const { accountId } of books.known.now.accounts) {
    const customer = ofAccount(accountId);
    if (customer !== accountId) joined.set(customer, [...(joined.get(customer) ?? []), accountId].sort());
  }
  joinedOf.set(books, joined);
  return joined;
}

/** A week with what was measured of it, points with three decimals. */
export function scoredWeek(week: Day, measured: { readonly low: string; readonly high: string } | null) {
  if (measured === null) return { week, score: null };
  const thousandths = (of: string) => Math.round(Number(of) * 1000);
  return { week, score: rangeOf(thousandths(measured.low), thousandths(measured.high)) };
}

/** When an account was at risk over some weeks. */
export function riskSpans(
  weeks: readonly ScoredWeek[],
  policy: HealthPolicy = houseHealthPolicy,
): AtRiskSpan[] {
  return atRisk(weeks, policy);
}
