import { type Known, known, notKnown, type Rational, rational } from "../kernel/index.ts";
import { latestAnswers, type SurveyAnswer } from "./answer.ts";
import { houseSurveyPolicy, npsScale, type SurveyPolicy } from "./policy.ts";

/** What an answer makes of whoever gave it. */
export type NpsBand = "detractor" | "passive" | "promoter";

/** The band of an answer from 0 to 10: 6 and less detracts, 9 and more promotes, unless the policy says otherwise. */
export function npsBand(score: number, policy: SurveyPolicy = houseSurveyPolicy): NpsBand {
  if (score <= policy.detractorsTo) return "detractor";
  return score >= policy.promotersFrom ? "promoter" : "passive";
}

/** A net promoter score with everything it is made of: the latest answer of each person counts. */
export interface NetPromoterScore {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  /** From -100 to 100; not known where fewer answered than the policy asks for. */
  readonly score: Known<Rational>;
}

/** Who is a promoter by the latest of their answers. */
export function promotersOf(
  answers: readonly SurveyAnswer[],
  policy: SurveyPolicy = houseSurveyPolicy,
): string[] {
  return latestAnswers(answers, npsScale)
    .filter(({ score }) => npsBand(score, policy) === "promoter")
    .map(({ person }) => person);
}

/** Why too few answers make no score. */
export const tooFew = (answers: number, policy: SurveyPolicy): string =>
  `${answers} ${answers === 1 ? "answer" : "answers"}: fewer than the ${policy.minimumAnswers} it takes.`;

/**
 * The net promoter score: the share of promoters less the share of detractors, times 100, over the latest answer of each
 * person. Term: nps. Unit: points.
 */
export function netPromoterScore(
  answers: readonly SurveyAnswer[],
  policy: SurveyPolicy = houseSurveyPolicy,
): NetPromoterScore {
  const bands = latestAnswers(answers, npsScale).map(({ score }) => npsBand(score, policy));
  const count = (band: NpsBand) => bands.filter((one) => one === band).length;
  const [promoters, passives, detractors] = [count("promoter"), count("passive"), count("detractor")];
  const score =
    bands.length < policy.minimumAnswers
      ? notKnown(tooFew(bands.length, policy))
      : known(rational(BigInt(100 * (promoters - detractors)), BigInt(bands.length)));
  return { promoters, passives, detractors, score };
}
