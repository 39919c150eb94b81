import { type Known, notKnown, type Rational } from "../kernel/index.ts";
import { latestAnswers, type SurveyAnswer } from "./answer.ts";
import { type AverageScore, effortScore, satisfactionScore } from "./average-score.ts";
import { experienceScore } from "./experience-score.ts";
import { type NetPromoterScore, netPromoterScore } from "./nps.ts";
import { npsScale, type Scale, type SurveyPolicy } from "./policy.ts";

/** The surveys a score is told of. */
export const scoredSurveys = ["nps", "csat", "ces", "pulse"] as const;
/** NPS, CSAT, CES or pulse. */
export type ScoredSurvey = (typeof scoredSurveys)[number];

/** An answer with the survey it answers and whose customer it comes from. */
export interface CustomerAnswer extends SurveyAnswer {
  readonly survey: ScoredSurvey;
  readonly accountId: string;
}

/** What the answers to all surveys come to. */
export interface SurveyScores {
  readonly nps: NetPromoterScore;
  readonly csat: AverageScore;
  readonly ces: AverageScore;
  readonly pulse: AverageScore;
  /** Of CSAT, NPS and CES together, from 0 to 100. */
  readonly experience: Known<Rational>;
  /** Answers that are not on the scale of their survey: they count nowhere, and are told of. */
  readonly offScale: number;
}

const scaleOf = (survey: ScoredSurvey, policy: SurveyPolicy): Scale => {
  if (survey === "nps") return npsScale;
  return { min: 1, max: survey === "ces" ? policy.cesTop : policy.csatTop };
};

/** The answers that count: on the scale of their survey, of each person the latest about each thing. */
export function countingAnswers(
  answers: readonly CustomerAnswer[],
  survey: ScoredSurvey,
  policy: SurveyPolicy,
): SurveyAnswer[] {
  const scale = scaleOf(survey, policy);
  const own = answers.filter(
    (one) => one.survey === survey && one.score >= scale.min && one.score <= scale.max,
  );
  // A name or number that two customers' people share is two people.
  const apart = own.map(({ person, at, score, about, accountId }) => ({
    person: `${accountId} ${person}`,
    at,
    score,
    about,
  }));
  return latestAnswers(apart, scale);
}

/**
 * The scores of all surveys over the answers of many customers. Each customer's own scores, counted apart, add up to them:
 * promoters, passives, detractors and answers by sum. Terms: nps, csat, ces, pulse-survey, experience-score.
 */
export function surveyScores(answers: readonly CustomerAnswer[], policy: SurveyPolicy): SurveyScores {
  const [nps, csat, ces, pulse] = scoredSurveys.map((survey) => countingAnswers(answers, survey, policy)) as [
    SurveyAnswer[],
    SurveyAnswer[],
    SurveyAnswer[],
    SurveyAnswer[],
  ];
  const offScale = answers.filter(({ survey, score }) => {
    const { min, max } = scaleOf(survey, policy);
    return score < min || score > max;
  }).length;
  return {
    nps: netPromoterScore(nps, policy),
    csat: satisfactionScore(csat, policy),
    ces: effortScore(ces, policy),
    pulse: satisfactionScore(pulse, policy),
    experience:
      nps.length + csat.length + ces.length === 0
        ? notKnown("Nobody answered a survey.")
        : experienceScore({ csat, nps, ces }, policy),
    offScale,
  };
}
