import {
  type HealthBand,
  type HealthPolicy,
  healthBand,
  healthBands,
  isBelow,
  openFlagsOn,
  type ScoreRange,
  scoreText,
} from "@termwise/core/health";
import { type AccountId, compare, type Day, minus, type Rational } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { AccountOnDay } from "../derive/account-list.ts";
import { type LowWeeks, riskySince } from "./low-weeks.ts";
import type { ScoredWeek } from "./scored.ts";

/** An account, what is on record of it, its last weeks in their order, and what being low in any made of it. */
export interface HealthCaseOfBook {
  readonly account: AccountOnDay;
  readonly record: CustomerRecord;
  readonly weeks: readonly ScoredWeek[];
  readonly low: LowWeeks | undefined;
}

/** An account with the health of its last weeks, as lists show it. */
export interface HealthRow {
  readonly accountId: AccountId;
  readonly name: string;
  readonly segment: string | null;
  readonly csm: string | null;
  readonly ae: string | null;
  readonly am: string | null;
  readonly arr: bigint;
  readonly renewalOn: Day | null;
  readonly week: Day | null;
  readonly score: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly band: HealthBand;
  /** Points gained or lost in four weeks; null where not the same part of both scores is known. */
  readonly change: string | null;
  /** The week whose measurement made it at risk; null: it is not. */
  readonly atRiskSince: Day | null;
  readonly openFlags: number;
  readonly spark: readonly (string | null)[];
}

const exact = (week: ScoredWeek | undefined): Rational | null =>
  week?.score && compare(week.score.low, week.score.high) === 0 ? week.score.low : null;

/**
 * Points gained or lost between two scores: of the whole score where it is known, else of what is known where as much was
 * known then; null where it was not.
 */
export function changeBetween(now: ScoreRange | null, then: ScoreRange | null): Rational | null {
  if (!now || !then || compare(minus(now.high, now.low), minus(then.high, then.low)) !== 0) return null;
  return minus(now.low, then.low);
}

/** The least and the most points that were gained or lost between two scores; null where there is one alone. */
export function movedBetween(now: ScoreRange | null, then: ScoreRange | null): ScoreRange | null {
  return now && then ? { low: minus(now.low, then.high), high: minus(now.high, then.low) } : null;
}

/** An account with its health. */
export function healthRow(
  { account, record, weeks, low }: HealthCaseOfBook,
  { on, policy }: { on: Day; policy: HealthPolicy },
): HealthRow {
  const last = weeks.at(-1);
  const [now, change] = [exact(last), changeBetween(last?.score ?? null, weeks.at(-5)?.score ?? null)];
  const { accountId, name, segment, csm, ae, am, arr, renewalOn } = account;
  return {
    accountId,
    name,
    segment,
    csm,
    ae,
    am,
    arr,
    renewalOn,
    week: last?.score ? last.week : null,
    score: now && scoreText(now),
    low: last?.score ? scoreText(last.score.low) : null,
    high: last?.score ? scoreText(last.score.high) : null,
    band: healthBand(last?.score ?? null, policy),
    change: change && scoreText(change),
    atRiskSince: riskySince(low),
    openFlags: openFlagsOn(record, on).length,
    spark: weeks.map((week) => {
      const score = exact(week);
      return score && scoreText(score);
    }),
  };
}

/** Accounts and ARR in each band, from the worst band on. */
export function byBand(rows: readonly { readonly band: HealthBand; readonly arr: bigint }[]) {
  return healthBands.map((band) => {
    const own = rows.filter((row) => row.band === band);
    return { band, accounts: own.length, arr: own.reduce((sum, { arr }) => sum + arr, 0n) };
  });
}

/** Something that warns early of a loss: of which account, when, and in words. */
export interface EarlyWarning {
  readonly accountId: AccountId;
  readonly name: string;
  readonly csm: string | null;
  readonly arr: bigint;
  readonly on: Day;
  readonly kind: "at_risk" | "red_flag" | "first_low" | "review";
  readonly text: string;
}

/**
 * What warns of the loss of an account over some weeks: becoming at risk, a first low week, falling under review, red flags.
 * Each week is judged by the boundaries that were in force in it.
 */
export function warningsOf(
  { account, record, weeks, low, policyIn }: HealthCaseOfBook & { policyIn: (week: Day) => HealthPolicy },
  { on, since }: { on: Day; since: Day },
): EarlyWarning[] {
  const { accountId, name, csm, arr } = account;
  const of = { accountId, name, csm, arr };
  const risky = (low?.spans ?? []).map(({ from }): EarlyWarning => {
    const { atRiskBelow, atRiskReadings } = policyIn(from);
    const text = `At risk: below ${atRiskBelow} in ${atRiskReadings} weekly measurements in a row`;
    return { ...of, on: from, kind: "at_risk", text };
  });
  const turned = weeks.flatMap(({ week, score }, index): EarlyWarning[] => {
    const before = weeks[index - 1]?.score;
    if (!score || !before || risky.some((one) => one.on === week)) return [];
    const policy = policyIn(week);
    const falls = (under: number) => isBelow(score, under) === "yes" && isBelow(before, under) === "no";
    if (falls(policy.atRiskBelow))
      return [
        {
          ...of,
          on: week,
          kind: "first_low",
          text: `Fell to ${scoreText(score.high)}, below ${policy.atRiskBelow}, for the first week`,
        },
      ];
    if (falls(policy.healthReviewBelow))
      return [
        {
          ...of,
          on: week,
          kind: "review",
          text: `Fell to ${scoreText(score.high)}, below ${policy.healthReviewBelow}: due for a review`,
        },
      ];
    return [];
  });
  const flags = openFlagsOn(record, on).map(
    ({ fact }): EarlyWarning => ({
      ...of,
      on: fact.effectiveOn,
      kind: "red_flag",
      text: `Red flag: ${fact.entry.title}`,
    }),
  );
  return [...risky, ...turned, ...flags].filter((warning) => warning.on > since);
}
