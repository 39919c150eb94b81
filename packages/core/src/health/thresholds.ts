import { type Rational, round } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";

/** The ends between which a score lies; both are the score where all of it is known. */
export interface ScoreRange {
  readonly low: Rational;
  readonly high: Rational;
}

/** What a threshold says of a score: `open` where its two ends do not agree, which fires nothing. */
export type Verdict = "yes" | "no" | "open";

/** Up to this, twenty times a numerator and its denominator are whole numbers that are told apart. */
const exactUpTo = 2 ** 48;

/**
 * A score as it is told, with one decimal, halves up, in tenths: what a threshold is held against is what people read.
 * A book asks it a million times, so small numbers, which points are, are divided as such.
 */
function told(of: Rational): number {
  const [n, d] = [Number(of.n), Number(of.d)];
  if (n < 0 || n > exactUpTo || d > exactUpTo) return Number(round({ n: of.n * 10n, d: of.d }));
  return Math.floor((20 * n + d) / (2 * d));
}

/** Whether a score, as it is told, lies below a threshold; a score at it does not. */
export function isBelow({ low, high }: ScoreRange, threshold: number): Verdict {
  if (told(high) < threshold * 10) return "yes";
  return told(low) >= threshold * 10 ? "no" : "open";
}

/** Whether a score, as it is told, lies above a threshold; a score at it does not. */
export function isAbove({ low, high }: ScoreRange, threshold: number): Verdict {
  if (told(low) > threshold * 10) return "yes";
  return told(high) <= threshold * 10 ? "no" : "open";
}

/** Whether an account is to be looked into: its score is below 70, and not at it. Term: health-review-trigger. */
export function needsReview(of: ScoreRange, policy: HealthPolicy = houseHealthPolicy): Verdict {
  return isBelow(of, policy.healthReviewBelow);
}

/** Whether a talk about expansion is worth having: its score is above 85, and not at it. Term: expansion-ready-flag. */
export function expansionReady(of: ScoreRange, policy: HealthPolicy = houseHealthPolicy): Verdict {
  return isAbove(of, policy.expansionAbove);
}
