import { instant } from "../kernel/index.ts";
import { SurveyAnswer } from "./answer.ts";

/** An answer in few words: the day will do where the hour decides nothing. */
export interface PlainAnswer {
  readonly who: string;
  readonly score: number;
  readonly on?: string;
  readonly about?: string;
}

/** Answers in few words: a score each, from people who are not named, or who answered what when. */
export type PlainAnswers = readonly (number | PlainAnswer)[];

/** The answers that plain ones stand for. */
export function answersOf(plain: PlainAnswers): SurveyAnswer[] {
  return plain.map((one, at) => {
    const {
      who,
      score,
      on = "2026-05-04",
      about = null,
    } = typeof one === "number" ? { who: `p${at}`, score: one } : one;
    return SurveyAnswer.parse({ person: who, score, about, at: instant(`${on}T12:00:00Z`) });
  });
}
