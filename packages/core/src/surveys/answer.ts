import { z } from "zod";
import { Failure, Instant } from "../kernel/index.ts";
import type { Scale } from "./policy.ts";

/**
 * One answer to a survey: who gave it, when, and the number. `about` names the one thing that was asked about, such as a
 * support case; null: the survey asks about us as a whole.
 */
export const SurveyAnswer = z.strictObject({
  person: z.string().min(1).max(200),
  at: Instant,
  score: z.int().min(0).max(100),
  about: z.string().min(1).max(200).nullable().default(null),
});
/** One answer to a survey. */
export type SurveyAnswer = z.infer<typeof SurveyAnswer>;

/** Whether an answer stands above an earlier one: it is later or, at the same moment, the lower of the two. */
const replaces = (answer: SurveyAnswer, earlier: SurveyAnswer): boolean =>
  answer.at > earlier.at || (answer.at === earlier.at && answer.score < earlier.score);

/**
 * The latest answer of each person about each thing, in the order of persons: whoever answers twice counts once. Throws
 * `bad_input` for an answer that is not on the survey's scale.
 */
export function latestAnswers(answers: readonly SurveyAnswer[], scale: Scale): SurveyAnswer[] {
  const latest = new Map<string, SurveyAnswer>();
  for (const answer of answers) {
    if (answer.score < scale.min || answer.score > scale.max)
      throw new Failure(
        "bad_input",
        `${answer.score} is not on the scale of ${scale.min} to ${scale.max}: ${answer.person}, ${answer.at}`,
      );
    const key = JSON.stringify([answer.person, answer.about]);
    const earlier = latest.get(key);
    if (!earlier || replaces(answer, earlier)) latest.set(key, answer);
  }
  return [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answer]) => answer);
}
