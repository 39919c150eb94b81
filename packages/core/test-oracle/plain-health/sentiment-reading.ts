import { type EntryOf, entriesOf, type JournalOf } from "../../src/facts/index.ts";
import type { HealthPolicy } from "../../src/health/policy.ts";
import { answeredBy, answersOn } from "../../src/health/sentiment-reading.ts";
import { addDays, type Day, daysBetween } from "../../src/kernel/index.ts";
import type { CustomerRecord } from "../../src/people/index.ts";
import { houseSurveyPolicy, type SurveyPolicy } from "../../src/surveys/index.ts";
import {
  type FoundInput,
  type HealthCase,
  leftOut,
  type MadeReading,
  madeOf,
  thousandths,
} from "./health-case.ts";

/** For how many days an answer tells of a customer: one cycle of a quarterly survey. */
const answerCycle = 92;

const scaleOf = (
  survey: EntryOf<"survey_answer">["survey"],
  policy: SurveyPolicy,
): readonly [number, number] => {
  if (survey === "nps") return [0, 10];
  return [1, survey === "ces" ? policy.cesTop : policy.csatTop];
};

const felt = { positive: 1000, neutral: 500, negative: 0 } as const;

/** For how many days what no longer counts is still told, beside what does. */
const toldFor = 366;

function answerInput(
  { entry, effectiveOn }: JournalOf<"survey_answer">,
  policy: SurveyPolicy,
): FoundInput & { readonly on: Day; readonly until: Day } {
  const [min, max] = scaleOf(entry.survey, policy);
  return {
    what: entry.survey,
    text: `${entry.survey === "pulse" ? "Pulse" : entry.survey.toUpperCase()} answered with ${entry.score} of ${max}`,
    on: effectiveOn,
    // An answer speaks for its cycle; from the end of that on it grows old.
    until: addDays(effectiveOn, answerCycle - 1),
    share: thousandths(entry.score - min, max - min),
    weight: 1,
  };
}

/** What the CSM judges as two answers while it is valid; for a while after that, that it no longer is. */
function judgementInput(record: CustomerRecord, on: Day): FoundInput[] {
  const last = entriesOf(record.journal, "csm_sentiment").findLast(
    ({ withdrawn, effectiveOn }) => withdrawn === null && effectiveOn <= on,
  );
  if (!last) return [];
  const { value, reason, validUntil } = last.entry;
  const what = "csm_sentiment";
  const text = `The CSM judges ${value}: ${reason}`.slice(0, 300);
  if (validUntil >= on)
    return [{ what, text, on: last.effectiveOn, until: validUntil, share: felt[value], weight: 2 }];
  if (validUntil <= addDays(on, -toldFor)) return [];
  return [leftOut(what, `The CSM judged ${value}; that was valid until ${validUntil}`, last.effectiveOn)];
}

/**
 * Sentiment: the mean of the latest answer of each person to each survey within a quarter, and of what the CSM judges
 * while that is valid, as the weight of two answers. Who is not heard of any more is left out of the mean, and told; where
 * nothing is left to count, the last answers are what is no longer known.
 */
export function sentimentReading(
  { record, on }: Pick<HealthCase, "record" | "on">,
  { carriedDays }: Pick<HealthPolicy, "carriedDays">,
  policy: SurveyPolicy = houseSurveyPolicy,
): MadeReading | null {
  const latest = new Map<string, JournalOf<"survey_answer">>();
  for (const answer of answersOn(record, on))
    latest.set(`${answer.entry.survey} ${answeredBy(answer.entry)} ${answer.entry.about ?? ""}`, answer);
  const answers = [...latest.values()].map((answer) => answerInput(answer, policy));
  const judgement = judgementInput(record, on);
  const ageOf = ({ until }: { until: Day }) => daysBetween(until, on);
  const counts = (answer: (typeof answers)[number]) => ageOf(answer) <= carriedDays;
  const heard = answers.some(counts) || judgement.some(({ weight }) => weight > 0);
  const newest = answers.reduce<Day | null>(
    (best, { on: of }) => (best === null || of > best ? of : best),
    null,
  );
  const found = answers.flatMap((answer): FoundInput[] => {
    if (counts(answer) || (!heard && answer.on === newest)) return [answer];
    if (answer.on <= addDays(on, -toldFor)) return [];
    const text = `${answer.text}; an answer counts for ${answerCycle} days and ${carriedDays} more`;
    return [leftOut(answer.what, text, answer.on)];
  });
  return madeOf("sentiment", on, [...found, ...judgement], { carriedDays });
}
