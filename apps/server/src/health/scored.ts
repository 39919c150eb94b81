import {
  type AtRiskSpan,
  atRisk,
  type HealthPolicy,
  houseHealthPolicy,
  type ScoreRange,
  weekEnds,
} from "@termwise/core/health";
import { type AccountId, addDays, type Day, type Rational, rational } from "@termwise/core/kernel";
import { loadScoreColumns } from "@termwise/db";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { lastWeekOver } from "./measure.ts";

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

/** A score by its ends in thousandths of a point. */
export function rangeOf(low: number, high: number): ScoreRange {
  return { low: pointsOf(low), high: pointsOf(high) };
}

/** The weeks between two of their ends by customer, each with what was measured. Of records that were merged the customer's own stands. */
export async function scoresBetween(
  termwise: Termwise,
  asked: { readonly from: Day; readonly to: Day; readonly accountIds?: readonly AccountId[] },
): Promise<{
  readonly ends: readonly Day[];
  readonly of: ReadonlyMap<AccountId, readonly ScoredWeek[]>;
}> {
  const { ofAccount } = customerRecords(await termwise.books());
  const ends = weekEnds(asked.from, asked.to);
  const unmeasured = ends.map((week): ScoredWeek => ({ week, score: null }));
  const of = new Map<AccountId, ScoredWeek[]>();
  for (const { accountId, scores } of await termwise.read((tx) => loadScoreColumns(tx, asked))) {
    const customer = ofAccount(accountId);
    const weeks = of.get(customer) ?? [...unmeasured];
    for (const [at, low, high] of scores)
      if (weeks[at]?.score === null || accountId === customer)
        weeks[at] = { week: ends[at]!, score: rangeOf(low, high) };
    of.set(customer, weeks);
  }
  return { ends, of };
}

/**
 * The weeks of each account somebody sees, the last so many that are over, in their order; of those of some account records
 * where they are named.
 */
export async function scoredWeeks(termwise: Termwise, weeks: number, accountIds?: readonly AccountId[]) {
  const { records } = customerRecords(await termwise.books());
  const to = lastWeekOver(termwise.today());
  const from = addDays(to, -7 * (weeks - 1));
  const { ends, of } = await scoresBetween(termwise, { from, to, ...(accountIds && { accountIds }) });
  return { ends, of: new Map([...of].filter(([id]) => records.has(id))) };
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
