export { latestAnswers, SurveyAnswer } from "./answer.ts";
export { type AverageScore, effortScore, satisfactionScore } from "./average-score.ts";
export { bindings as surveyBindings } from "./bindings.ts";
export { type Delight, DelightSign, delightActs, delightMetrics } from "./delight.ts";
export { experienceScore, type SurveysAnswered } from "./experience-score.ts";
export { type NetPromoterScore, type NpsBand, netPromoterScore, npsBand } from "./nps.ts";
export { houseSurveyPolicy, npsScale, type Scale, SurveyPolicy } from "./policy.ts";
export { type Pulse, pulse } from "./pulse.ts";
export {
  type CustomerAnswer,
  countingAnswers,
  type ScoredSurvey,
  type SurveyScores,
  scoredSurveys,
  surveyScores,
} from "./scores.ts";
export { terms as surveyTerms } from "./terms.ts";
