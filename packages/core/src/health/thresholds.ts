import { compare, type Rational, rational, round, times } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";

/** The ends between which a score lies; both are the score where all of it is known. */
export interface ScoreRange {
  readonly low: Rational;
  readonly high: Rational;
}

/** What a threshold says of a score: `open` where its two ends do not agree, which fires nothing. */
export type Verdict = "yes" | "no" | "open";

const points = (of: number) => rational(BigInt(of));

/** A score as it is told, with one decimal, halves up: what a threshold is held against is what people read. */
const told = (of: Rational): Rational => rational(round(times(of, points(10))), 10n);

/** Whether a score, as it is told, lies below a threshold; a score at it does not. */
export function isBelow({ low, high }: ScoreRange, threshold: number): Verdict {
  if (compare(told(high), points(threshold)) < 0) return "yes";
  return compare(told(low), points(threshold)) >= 0 ? "no" : "open";
}

/** Whether a score, as it is told, lies above a threshold; a score at it does not. */
export function isAbove({ low, high }: ScoreRange, threshold: number): Verdict {
  if (compare(told(low), points(threshold)) > 0) return "yes";
  return compare(told(high), points(threshold)) <= 0 ? "no" : "open";
}

/** Whether an account is to be looked into: its score is below 70, and not at it. Term: health-review-trigger. */
export function needsReview(of: ScoreRange, policy: HealthPolicy = houseHealthPolicy): Verdict {
  return isBelow(of, policy.healthReviewBelow);
}

/** Whether a talk about expansion is worth having: its score is above 85, and not at it. Term: expansion-ready-flag. */
export function expansionReady(of: ScoreRange, policy: HealthPolicy = houseHealthPolicy): Verdict {
  return isAbove(of, policy.expansionAbove);
}
