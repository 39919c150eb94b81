import {
  type AtRiskSpan,
  atRisk,
  type HealthPolicy,
  houseHealthPolicy,
  type ScoreRange,
  weekEnds,
} from "@termwise/core/health";
import { type AccountId, addDays, type Day, rationalOf } from "@termwise/core/kernel";
import { loadScores, type MeasuredScore } from "@termwise/db";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { lastWeekOver } from "./measure.ts";

/** A week of an account: what was measured; null where nothing was. */
export interface ScoredWeek {
  readonly week: Day;
  readonly measured: MeasuredScore | null;
  readonly score: ScoreRange | null;
}

/** The ends of a stored score. */
export function rangeOf({ low, high }: Pick<MeasuredScore, "low" | "high">): ScoreRange {
  const least = rationalOf(low);
  return { low: least, high: low === high ? least : rationalOf(high) };
}

/**
 * The weeks of each account somebody sees, the last so many that are over, in their order; of those of some account records
 * where they are named.
 */
export async function scoredWeeks(
  termwise: Termwise,
  weeks: number,
  accountIds?: readonly AccountId[],
): Promise<{ readonly ends: readonly Day[]; readonly of: ReadonlyMap<AccountId, readonly ScoredWeek[]> }> {
  const { records, ofAccount } = customerRecords(await termwise.books());
  const to = lastWeekOver(termwise.today());
  const from = addDays(to, -7 * (weeks - 1));
  const ends = weekEnds(from, to);
  const scores = await termwise.read((tx) => loadScores(tx, { from, to, ...(accountIds && { accountIds }) }));
  const byAccount = scoresByCustomer(scores, ofAccount);
  const of = new Map(
    [...byAccount].flatMap(([id, own]) =>
      records.has(id) ? [[id, ends.map((week) => scoredWeek(week, own.get(week) ?? null))] as const] : [],
    ),
  );
  return { ends, of };
}

/** Scores by customer and week. Of records that were merged the customer's own measurement stands. */
export function scoresByCustomer<Score extends { readonly accountId: AccountId; readonly week: Day }>(
  scores: readonly Score[],
  ofAccount: (id: AccountId) => AccountId,
): ReadonlyMap<AccountId, ReadonlyMap<Day, Score>> {
  const byAccount = new Map<AccountId, Map<Day, Score>>();
  for (const score of scores) {
    const customer = ofAccount(score.accountId);
    const own = byAccount.get(customer) ?? new Map<Day, Score>();
    if (!own.has(score.week) || score.accountId === customer) own.set(score.week, score);
    byAccount.set(customer, own);
  }
  return byAccount;
}

/** A week with what was measured of it. */
export function scoredWeek(week: Day, measured: MeasuredScore | null): ScoredWeek {
  return { week, measured, score: measured && rangeOf(measured) };
}

/** When an account was at risk over some weeks. */
export function riskSpans(
  weeks: readonly ScoredWeek[],
  policy: HealthPolicy = houseHealthPolicy,
): AtRiskSpan[] {
  return atRisk(weeks, policy);
}

/** Whether an account is at risk at the end of some weeks, and since when; null: it is not. */
export function atRiskNow(weeks: readonly ScoredWeek[], policy: HealthPolicy): AtRiskSpan | null {
  const last = atRisk(weeks, policy).at(-1);
  return last && last.until === null ? last : null;
}
