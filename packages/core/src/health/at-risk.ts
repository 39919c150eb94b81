import type { Day } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { isBelow, type ScoreRange, type Verdict } from "./thresholds.ts";

/** What was measured at the end of a week; null where nothing was. `week` is the last day of the week. */
export interface WeeklyScore {
  readonly week: Day;
  readonly score: ScoreRange | null;
  /** Whether it was no customer any more at the end of the week: its time at risk is over then. */
  readonly left?: boolean;
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
 * nor high: it breaks a row of low readings and ends nothing. Whoever left is at risk no longer. Weeks come in order.
 * Term: at-risk.
 */
export function atRisk(
  weeks: readonly WeeklyScore[],
  policy: HealthPolicy = houseHealthPolicy,
): AtRiskSpan[] {
  const exitAt = policy.atRiskExit === "review_level" ? policy.healthReviewBelow : policy.atRiskBelow;
  const spans: AtRiskSpan[] = [];
  let since: Day | null = null;
  let low = 0;
  let ending: Verdict[] = [];
  for (const { week, score, left } of weeks) {
    low = score && isBelow(score, policy.atRiskBelow) === "yes" ? low + 1 : 0;
    ending = [...ending, score ? isBelow(score, exitAt) : "open"];
    if (since === null && low >= policy.atRiskReadings) {
      since = week;
      ending = [];
    } else if (since !== null && (left || over(ending, policy.atRiskExit))) {
      spans.push({ from: since, until: week });
      since = null;
    }
  }
  return since === null ? spans : [...spans, { from: since, until: null }];
}
