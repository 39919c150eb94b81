import {
  type Known,
  known,
  notKnown,
  over,
  plus,
  type Rational,
  rational,
  times,
  zero,
} from "../kernel/index.ts";
import type { SurveyAnswer } from "./answer.ts";
import { effortScore, outOf100, satisfactionScore } from "./average-score.ts";
import { netPromoterScore } from "./nps.ts";
import { houseSurveyPolicy, type SurveyPolicy } from "./policy.ts";

/** The answers to the three surveys an experience score is made of. */
export interface SurveysAnswered {
  readonly csat: readonly SurveyAnswer[];
  readonly nps: readonly SurveyAnswer[];
  readonly ces: readonly SurveyAnswer[];
}

/**
 * The experience score: CSAT, NPS and CES, each brought to 0 to 100, averaged by their weights. A survey of weight 0 is
 * left out; one that is not known leaves the score unknown, because a part that is missing is not a low one. Term:
 * experience-score. Unit: points from 0 to 100.
 */
export function experienceScore(
  answered: SurveysAnswered,
  policy: SurveyPolicy = houseSurveyPolicy,
): Known<Rational> {
  const csat = satisfactionScore(answered.csat, policy);
  const ces = effortScore(answered.ces, policy);
  const parts = [
    { name: "CSAT", weight: policy.csatWeight, scale: csat.scale, of: csat.average },
    {
      name: "NPS",
      weight: policy.npsWeight,
      scale: { min: -100, max: 100 },
      of: netPromoterScore(answered.nps, policy).score,
    },
    { name: "CES", weight: policy.cesWeight, scale: ces.scale, of: ces.average },
  ].filter(({ weight }) => weight > 0);
  let [sum, weights] = [zero, 0n];
  for (const { name, weight, scale, of } of parts) {
    if (of.value === null) return notKnown(`${name}: ${of.reason}`);
    sum = plus(sum, times(outOf100(of.value, scale), rational(BigInt(weight))));
    weights += BigInt(weight);
  }
  return known(over(sum, rational(weights)));
}
