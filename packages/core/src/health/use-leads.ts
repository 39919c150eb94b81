import {
  addDays,
  compare,
  type Day,
  daysBetween,
  type Known,
  known,
  minus,
  notKnown,
  over,
  type Rational,
  rational,
  times,
} from "../kernel/index.ts";
import type { WeeklyScore } from "./at-risk.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { isBelow, type ScoreRange } from "./thresholds.ts";

/** Use in the week that ends on a day, in whatever it is counted; null where nothing tells of it. */
export interface WeekOfUse {
  readonly week: Day;
  readonly use: number | null;
}

/** A week whose score fell through a threshold: `below` is the threshold, `to` the score, both of whose ends are below it. */
export interface HealthCrossing {
  readonly week: Day;
  readonly below: number;
  readonly to: ScoreRange;
}

/** A fall of use: its first week, the mean of the four weeks before, what was left, and what health did after it. */
export interface UseFall {
  readonly week: Day;
  readonly usual: Rational;
  readonly use: number;
  /** By how many per cent it fell. */
  readonly fell: Rational;
  readonly crossing: HealthCrossing | null;
  /** Days from the end of its week to that of the crossing. */
  readonly days: number | null;
  /** `led`: health crossed in time; `not_yet`: there is time left; `low_already`: it could fall through nothing more. */
  readonly outcome: "led" | "none" | "not_yet" | "low_already";
}

/** What of use fell before what of health. */
export interface UseLeads {
  readonly falls: readonly UseFall[];
  /** Crossings that no fall of use came before in time. */
  readonly unled: readonly HealthCrossing[];
  /** The median of the days between a fall and the crossing after it. */
  readonly median: Known<Rational>;
}

/** Weeks a fall is held against, and how many of them have to be known. */
const [weeksBefore, weeksKnown] = [4, 3];

const of = (value: number): Rational => rational(BigInt(value));

function fallAt(use: readonly WeekOfUse[], at: number, percent: number) {
  const now = use[at];
  const before = use.slice(Math.max(0, at - weeksBefore), at).flatMap((week) => week.use ?? []);
  if (!now || now.use === null || before.length < weeksKnown) return null;
  const usual = rational(BigInt(before.reduce((sum, one) => sum + one, 0)), BigInt(before.length));
  if (compare(usual, of(0)) <= 0) return null;
  const fell = times(over(minus(usual, of(now.use)), usual), of(100));
  return compare(fell, of(percent)) >= 0 ? { week: now.week, usual, use: now.use, fell } : null;
}

/**
 * The weeks in which a score fell through the threshold of a review or that of at-risk, in their order: below it with both
 * ends, after a week that was not. A week that fell through both is told with the lower one.
 */
export function healthCrossings(
  weeks: readonly WeeklyScore[],
  policy: HealthPolicy = houseHealthPolicy,
): HealthCrossing[] {
  const thresholds = [policy.atRiskBelow, policy.healthReviewBelow];
  const last = new Map<number, "yes" | "no">();
  return weeks.flatMap(({ week, score }) => {
    if (score === null) return [];
    const crossed = thresholds.filter((below) => {
      const verdict = isBelow(score, below);
      const before = last.get(below);
      if (verdict !== "open") last.set(below, verdict);
      return verdict === "yes" && before === "no";
    });
    const [below] = crossed;
    return below === undefined ? [] : [{ week, below, to: score }];
  });
}

function median(days: readonly number[]): Known<Rational> {
  if (days.length === 0) return notKnown("No fall of use came before a fall of health.");
  const sorted = [...days].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1] ?? 0, sorted[middle] ?? 0];
  return known(rational(BigInt(low + high), 2n));
}

/**
 * What leads what: for each fall of use by `useFallPercent` or more, against the mean of the four weeks before, the next
 * week within `leadWeeks` in which health fell through a threshold, and the days between. Weeks of use that lie low one
 * after the other are one fall, told of its first week. Weeks come in order. What went together is no proof that one made
 * the other. Term: early-warning-system.
 */
export function usageLeads(
  use: readonly WeekOfUse[],
  scores: readonly WeeklyScore[],
  policy: HealthPolicy = houseHealthPolicy,
): UseLeads {
  const crossings = healthCrossings(scores, policy);
  const until = scores.at(-1)?.week ?? null;
  const inTime = (from: Day, to: Day) => from <= to && daysBetween(from, to) <= 7 * policy.leadWeeks;
  const lowOn = (week: Day) => {
    const score = scores.findLast((one) => one.week <= week && one.score !== null)?.score;
    return score ? isBelow(score, policy.atRiskBelow) === "yes" : false;
  };
  let lies = false;
  const falls = use.flatMap((_, at): UseFall[] => {
    const fall = fallAt(use, at, policy.useFallPercent);
    const first = fall !== null && !lies;
    lies = fall !== null;
    if (!first) return [];
    const crossing = crossings.find(({ week }) => inTime(fall.week, week)) ?? null;
    if (crossing)
      return [{ ...fall, crossing, days: daysBetween(fall.week, crossing.week), outcome: "led" as const }];
    const open = until === null || until < addDays(fall.week, 7 * policy.leadWeeks);
    const outcome = lowOn(fall.week) ? "low_already" : open ? "not_yet" : "none";
    return [{ ...fall, crossing, days: null, outcome }];
  });
  return {
    falls,
    unled: crossings.filter(({ week }) => !falls.some((fall) => inTime(fall.week, week))),
    median: median(falls.flatMap(({ days }) => days ?? [])),
  };
}
