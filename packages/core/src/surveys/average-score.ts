import { type Known, known, minus, notKnown, over, type Rational, rational, times } from "../kernel/index.ts";
import { latestAnswers, type SurveyAnswer } from "./answer.ts";
import { tooFew } from "./nps.ts";
import { houseSurveyPolicy, type Scale, type SurveyPolicy } from "./policy.ts";

/** The average of a survey, with the scale it was asked on and how many answers it is made of. */
export interface AverageScore {
  readonly scale: Scale;
  readonly answers: number;
  /** On the scale; not known where fewer answered than the policy asks for. */
  readonly average: Known<Rational>;
}

function averageOn(answers: readonly SurveyAnswer[], scale: Scale, policy: SurveyPolicy): AverageScore {
  const scores = latestAnswers(answers, scale).map(({ score }) => score);
  const average =
    scores.length < policy.minimumAnswers
      ? notKnown(tooFew(scores.length, policy))
      : known(rational(BigInt(scores.reduce((sum, score) => sum + score, 0)), BigInt(scores.length)));
  return { scale, answers: scores.length, average };
}

/** Customer satisfaction: the average on a scale from 1 to 5, unless the policy says otherwise. Term: csat. */
export function satisfactionScore(
  answers: readonly SurveyAnswer[],
  policy: SurveyPolicy = houseSurveyPolicy,
): AverageScore {
  return averageOn(answers, { min: 1, max: policy.csatTop }, policy);
}

/** Customer effort: the average on a scale from 1 to 7, where the top is easy. Term: ces. */
export function effortScore(
  answers: readonly SurveyAnswer[],
  policy: SurveyPolicy = houseSurveyPolicy,
): AverageScore {
  return averageOn(answers, { min: 1, max: policy.cesTop }, policy);
}

/** A number on a scale, brought to 0 at its bottom and 100 at its top. */
export function outOf100(of: Rational, { min, max }: Scale): Rational {
  const share = over(minus(of, rational(BigInt(min))), rational(BigInt(max - min)));
  return times(share, rational(100n));
}
