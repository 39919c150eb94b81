import { rational } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { isAbove, isBelow, type ScoreRange } from "./thresholds.ts";

/** The bands of the health score, from the worst. */
export const healthBands = ["low", "review", "steady", "strong", "unknown"] as const;
/** A band of the health score. */
export type HealthBand = (typeof healthBands)[number];

/**
 * The band of a score: `low` below 45, `review` below 70, `steady` to 85, `strong` above; `unknown` where there is no
 * score, or where its two ends lie in different bands.
 */
export function healthBand(score: ScoreRange | null, policy: HealthPolicy = houseHealthPolicy): HealthBand {
  if (score === null) return "unknown";
  const at = (end: ScoreRange["low"]): HealthBand => {
    const point = { low: end, high: end };
    if (isBelow(point, policy.atRiskBelow) === "yes") return "low";
    if (isBelow(point, policy.healthReviewBelow) === "yes") return "review";
    return isAbove(point, policy.expansionAbove) === "yes" ? "strong" : "steady";
  };
  const band = at(score.low);
  return score.low === score.high || band === at(score.high) ? band : "unknown";
}

/**
 * The bands of scores by their ends in thousandths of a point, the first below 0 where there is no score: as
 * {@link healthBand}, each point judged once for a whole book.
 */
export function bandsByEnds(
  policy: HealthPolicy = houseHealthPolicy,
): (low: number, high: number) => HealthBand {
  const known: HealthBand[] = [];
  const judged = (thousandths: number): HealthBand => {
    const point = rational(BigInt(thousandths), 1000n);
    return healthBand({ low: point, high: point }, policy);
  };
  const at = (thousandths: number): HealthBand => {
    known[thousandths] ??= judged(thousandths);
    return known[thousandths];
  };
  return (low, high) => (low < 0 || (low !== high && at(low) !== at(high)) ? "unknown" : at(low));
}

/** How many accounts stand in each band. Term: health-score-distribution. Unit: accounts. */
export function healthDistribution(
  scores: readonly (ScoreRange | null)[],
  policy: HealthPolicy = houseHealthPolicy,
): Readonly<Record<HealthBand, number>> {
  const counts = { low: 0, review: 0, steady: 0, strong: 0, unknown: 0 };
  for (const score of scores) counts[healthBand(score, policy)] += 1;
  return counts;
}
