import type { Day } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { isBelow, type ScoreRange, type Verdict } from "./thresholds.ts";

/** What was measured at the end of a week; null where nothing was. `week` is the last day of the week. */
export interface WeeklyScore {
  readonly week: Day;
  readonly score: ScoreRange | null;
  /** Whether it was no customer any more at the end of the week: its time at risk is over then. */
  readonly left?: boolean;
  /** The choices that held in the week; left out: those that are given for all weeks. */
  readonly policy?: HealthPolicy;
}

/** A time at risk: from the week whose reading made it so, to the week whose reading ended it. */
export interface AtRiskSpan {
  readonly from: Day;
  readonly until: Day | null;
}

function over(verdicts: readonly Verdict[], exit: HealthPolicy["atRiskExit"]): boolean {
  const needed = exit === "two_readings" ? 2 : 1;
  return verdicts.length >= needed && verdicts.slice(-needed).every((verdict) => verdict === "no");
}

/**
 * When an account was at risk: from the second weekly score below 45 in a row (as many as the policy says), to the
 * reading that the policy ends it with. A week without a score, or whose score may lie on either side, is neither low
 * nor high: it breaks a row of low readings and ends nothing. Whoever left is at risk no longer. A week is judged by the
 * choices of its own, so that other ones put nobody at risk in the past. Weeks come in order. Term: at-risk.
 */
export function atRisk(
  weeks: readonly WeeklyScore[],
  policy: HealthPolicy = houseHealthPolicy,
): AtRiskSpan[] {
  const spans: AtRiskSpan[] = [];
  let since: Day | null = null;
  let low = 0;
  let ending: Verdict[] = [];
  for (const { week, score, left, policy: own = policy } of weeks) {
    const exitAt = own.atRiskExit === "review_level" ? own.healthReviewBelow : own.atRiskBelow;
    low = score && isBelow(score, own.atRiskBelow) === "yes" ? low + 1 : 0;
    ending = [...ending, score ? isBelow(score, exitAt) : ("open" as const)].slice(-2);
    if (since === null && low >= own.atRiskReadings) {
      since = week;
      ending = [];
    } else if (since !== null && (left || over(ending, own.atRiskExit))) {
      spans.push({ from: since, until: week });
      since = null;
    }
  }
  return since === null ? spans : [...spans, { from: since, until: null }];
}
