import type { Parameter } from "../glossary/index.ts";
import { houseSurveyPolicy, SurveyPolicy } from "./policy.ts";

function number(name: keyof SurveyPolicy, label: string, meaning: string, unit: string): Parameter {
  const inner = SurveyPolicy.shape[name].unwrap();
  const range = { min: Number(inner.minValue), max: Number(inner.maxValue), unit };
  return { name, label, meaning, range, default: houseSurveyPolicy[name] };
}

/** The least number of answers a score is told from. */
export const minimumAnswers = number(
  "minimumAnswers",
  "Fewest answers",
  "From how many answers on a score is told; with fewer it is unknown.",
  "answers",
);

/** Where detractors end and promoters begin. */
export const npsBands: readonly Parameter[] = [
  number(
    "detractorsTo",
    "Detractors up to",
    "The highest answer that still counts as a detractor's.",
    "of 10",
  ),
  number("promotersFrom", "Promoters from", "The lowest answer that counts as a promoter's.", "of 10"),
];

/** The top of the scale of CSAT. */
export const csatTop = number("csatTop", "Top of CSAT", "The best answer; the worst is always 1.", "points");

/** The top of the scale of CES. */
export const cesTop = number("cesTop", "Top of CES", "The answer for least effort; 1 is the most.", "points");

/** How much each survey counts in the experience score. */
export const experienceWeights: readonly Parameter[] = [
  number("csatWeight", "Weight of CSAT", "How much CSAT counts in the experience score.", "parts"),
  number("npsWeight", "Weight of NPS", "How much NPS counts in the experience score.", "parts"),
  number("cesWeight", "Weight of CES", "How much CES counts in the experience score.", "parts"),
];
