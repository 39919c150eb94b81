import {
  day,
  groupBy,
  type Known,
  known,
  type Month,
  minus,
  monthOf,
  notKnown,
  type Rational,
} from "../kernel/index.ts";
import type { SurveyAnswer } from "./answer.ts";
import { type AverageScore, satisfactionScore } from "./average-score.ts";
import { houseSurveyPolicy, type SurveyPolicy } from "./policy.ts";

/** The averages of a survey that is asked again and again, and how far they moved. */
export interface Pulse {
  readonly months: readonly (AverageScore & { readonly month: Month })[];
  /** The last average less the first, of those that are known. */
  readonly change: Known<Rational>;
}

/**
 * How the mood moves: the average of each month somebody answered in, on the scale of CSAT, and the way from the first to
 * the last. In each month the latest answer of each person counts. Term: pulse-survey. Unit: points of the scale.
 */
export function pulse(answers: readonly SurveyAnswer[], policy: SurveyPolicy = houseSurveyPolicy): Pulse {
  const byMonth = groupBy(answers, ({ at }) => monthOf(day(at.slice(0, 10))));
  const months = [...byMonth]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, given]) => ({ month, ...satisfactionScore(given, policy) }));
  const averages = months.flatMap(({ average }) => average.value ?? []);
  const [first, last] = [averages[0], averages.at(-1)];
  const change =
    first === undefined || last === undefined || averages.length < 2
      ? notKnown("A movement takes two months that enough people answered in.")
      : known(minus(last, first));
  return { months, change };
}
