import { answerOf, type Binding, binderOf } from "../glossary/index.ts";
import { decimalText, parsePeriod, type Rational } from "../kernel/index.ts";
import type { SurveyAnswer } from "./answer.ts";
import { type AverageScore, effortScore, satisfactionScore } from "./average-score.ts";
import { DelightSign, delightMetrics } from "./delight.ts";
import {
  cesExamples,
  csatExamples,
  type DelightCase,
  delightExamples,
  type ExperienceCase,
  experienceExamples,
  type NpsText,
  npsExamples,
  pulseExamples,
  type SurveyCase,
} from "./examples.ts";
import { experienceScore } from "./experience-score.ts";
import { netPromoterScore } from "./nps.ts";
import { answersOf } from "./plain-answers.ts";
import { SurveyPolicy } from "./policy.ts";
import { pulse } from "./pulse.ts";
import { terms } from "./terms.ts";

const oneDigit = (of: Rational) => decimalText(of, 1);
const twoDigits = (of: Rational) => decimalText(of, 2);

const nps = ({ answers, policy = {} }: SurveyCase): NpsText => {
  const { score, ...bands } = netPromoterScore(answersOf(answers), SurveyPolicy.parse(policy));
  return { ...bands, score: answerOf(score, oneDigit) };
};

const averaged =
  (of: (answers: readonly SurveyAnswer[], policy: SurveyPolicy) => AverageScore) =>
  ({ answers, policy = {} }: SurveyCase) => {
    const { average, scale, answers: count } = of(answersOf(answers), SurveyPolicy.parse(policy));
    return answerOf(
      average,
      (value) => `${twoDigits(value)} of ${scale.min} to ${scale.max}, ${count} answers`,
    );
  };

const experience = ({ csat, nps, ces, policy = {} }: ExperienceCase) =>
  answerOf(
    experienceScore(
      { csat: answersOf(csat), nps: answersOf(nps), ces: answersOf(ces) },
      SurveyPolicy.parse(policy),
    ),
    oneDigit,
  );

const delight = ({ quarter, answers, signs }: DelightCase) => {
  const { nps, praise, acts, people } = delightMetrics(
    { answers: answersOf(answers), signs: signs.map((sign) => DelightSign.parse(sign)) },
    parsePeriod(quarter),
  );
  return { nps: answerOf(nps.score, oneDigit), praise, acts, people };
};

const mood = ({ answers, policy = {} }: SurveyCase) => {
  const { months, change } = pulse(answersOf(answers), SurveyPolicy.parse(policy));
  return {
    months: months.map(
      ({ month, average }) => `${month} ${average.value === null ? "unknown" : twoDigits(average.value)}`,
    ),
    change: answerOf(change, twoDigits),
  };
};

const bound = binderOf(terms, "@termwise/core/surveys");

/** The words for surveys, each with the examples that hold it to its words. */
export const bindings: readonly Binding[] = [
  ...bound("nps", "netPromoterScore", nps, npsExamples),
  ...bound("csat", "satisfactionScore", averaged(satisfactionScore), csatExamples),
  ...bound("ces", "effortScore", averaged(effortScore), cesExamples),
  ...bound("pulse-survey", "pulse", mood, pulseExamples),
  ...bound("experience-score", "experienceScore", experience, experienceExamples),
  ...bound("delight-metrics", "delightMetrics", delight, delightExamples),
];
