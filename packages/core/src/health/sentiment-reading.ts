import { type EntryOf, entriesOf, type JournalOf } from "../facts/index.ts";
import { addDays, type Day } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { houseSurveyPolicy, type SurveyPolicy } from "../surveys/index.ts";
import { type HealthCase, type HealthInput, type MadeReading, madeOf, thousandths } from "./health-case.ts";

/** For how many days an answer tells of a customer: one cycle of a quarterly survey. */
export const answerCycle = 92;

const scaleOf = (
  survey: EntryOf<"survey_answer">["survey"],
  policy: SurveyPolicy,
): readonly [number, number] => {
  if (survey === "nps") return [0, 10];
  return [1, survey === "ces" ? policy.cesTop : policy.csatTop];
};

/** Who answered, as far as answers of one person are told from those of another. */
export const answeredBy = ({ contactId, person }: EntryOf<"survey_answer">): string =>
  contactId ?? person ?? "";

/** The answers of a customer by a day, the first one first. */
export function answersOn(record: CustomerRecord, on: Day): JournalOf<"survey_answer">[] {
  return entriesOf(record.journal, "survey_answer").filter(
    ({ withdrawn, effectiveOn }) => withdrawn === null && effectiveOn <= on,
  );
}

/** What the CSM judges on a day; null: nothing that still counts. */
export function csmSentimentOn(record: CustomerRecord, on: Day): JournalOf<"csm_sentiment"> | null {
  const said = entriesOf(record.journal, "csm_sentiment").filter(
    ({ withdrawn, effectiveOn }) => withdrawn === null && effectiveOn <= on,
  );
  const last = said.at(-1);
  return last && last.entry.validUntil >= on ? last : null;
}

const felt = { positive: 1000, neutral: 500, negative: 0 } as const;

/**
 * Sentiment: the latest answer of each person to each survey within a quarter, and what the CSM judges while that is
 * valid, as the weight of two answers.
 */
export function sentimentReading(
  { record, on }: HealthCase,
  policy: SurveyPolicy = houseSurveyPolicy,
): MadeReading | null {
  const latest = new Map<string, JournalOf<"survey_answer">>();
  for (const answer of answersOn(record, on))
    latest.set(`${answer.entry.survey} ${answeredBy(answer.entry)} ${answer.entry.about ?? ""}`, answer);
  const all = [...latest.values()];
  const counting = all.filter(({ effectiveOn }) => effectiveOn > addDays(on, -answerCycle));
  const judged = csmSentimentOn(record, on);
  const last = all
    .map(({ effectiveOn }) => effectiveOn)
    .sort()
    .at(-1);
  const answers = counting.length > 0 || judged ? counting : all.filter((one) => one.effectiveOn === last);
  const inputs = answers.map(({ entry, effectiveOn }): HealthInput => {
    const [min, max] = scaleOf(entry.survey, policy);
    return {
      what: entry.survey,
      text: `${entry.survey === "pulse" ? "Pulse" : entry.survey.toUpperCase()} answered with ${entry.score} of ${max}`,
      on: effectiveOn,
      share: thousandths(entry.score - min, max - min),
      weight: 1,
    };
  });
  if (judged)
    inputs.push({
      what: "csm_sentiment",
      text: `The CSM judges ${judged.entry.value}: ${judged.entry.reason}`.slice(0, 300),
      on: judged.effectiveOn,
      share: felt[judged.entry.value],
      weight: 2,
    });
  // An answer speaks for its cycle; from the end of that on it grows old.
  const until = last === undefined ? on : addDays(last, answerCycle - 1);
  return madeOf("sentiment", counting.length > 0 || judged || until > on ? on : until, inputs);
}
