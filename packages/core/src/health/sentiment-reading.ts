import { csmSentiments, type EntryOf, entriesBy, type JournalOf } from "../facts/index.ts";
import { addDays, type Day, epochDay } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { houseSurveyPolicy, type SurveyPolicy } from "../surveys/index.ts";
import { decided, type FoundLine, foundLine, thousandths } from "./found-line.ts";
import type { HealthCase } from "./health-case.ts";
import type { HealthPolicy } from "./policy.ts";

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
  return entriesBy(record.journal, "survey_answer", on);
}

/** What the CSM last judged by a day, whether or not it is still valid. */
const lastJudgement = (record: CustomerRecord, on: Day): JournalOf<"csm_sentiment"> | undefined =>
  entriesBy(record.journal, "csm_sentiment", on).at(-1);

/** What the CSM judges on a day; null: nothing that still counts. */
export function csmSentimentOn(record: CustomerRecord, on: Day): JournalOf<"csm_sentiment"> | null {
  const last = lastJudgement(record, on);
  return last && last.entry.validUntil >= on ? last : null;
}

const felt = { positive: 1000, neutral: 500, negative: 0 } as const;

/** For how many days what no longer counts is still told, beside what does. */
const toldFor = 366;
/** As much as a line tells of what a CSM wrote. */
const quoted = 300;

/** What the CSM judges as two answers while it is valid; for a while after that, that it no longer is. */
function judgementLine(record: CustomerRecord, on: Day): FoundLine[] {
  const last = lastJudgement(record, on);
  if (!last) return [];
  const { value, reason, validUntil } = last.entry;
  const [judgement, of, until] = [csmSentiments.indexOf(value), epochDay(last.effectiveOn), validUntil];
  if (until >= on) {
    const line = { on: of, until: epochDay(until), share: felt[value], weight: 2 };
    const quote = reason.slice(0, quoted);
    return [foundLine("csm_sentiment", "judges", [judgement], { ...line, quote })];
  }
  if (until <= addDays(on, -toldFor)) return [];
  const line = { on: of, share: null, weight: 0 };
  return [foundLine("csm_sentiment", "judged", [judgement, epochDay(until)], line)];
}

/** The latest answer of each person to each survey, about each thing. */
function latestAnswers(record: CustomerRecord, on: Day): Iterable<JournalOf<"survey_answer">> {
  const latest = new Map<string, JournalOf<"survey_answer">>();
  for (const answer of answersOn(record, on))
    latest.set(`${answer.entry.survey} ${answeredBy(answer.entry)} ${answer.entry.about ?? ""}`, answer);
  return latest.values();
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
): readonly FoundLine[] | null {
  const at = epochDay(on);
  const answers = [...latestAnswers(record, on)].map(({ entry, effectiveOn }) => {
    // An answer speaks for its cycle; from the end of that on it grows old.
    const of = epochDay(effectiveOn);
    return { entry, of, until: of + answerCycle - 1 };
  });
  const judgement = judgementLine(record, on);
  const counts = ({ until }: { until: number }) => at - until <= carriedDays;
  const heard = answers.some(counts) || judgement.some(({ weight }) => weight > 0);
  const newest = answers.reduce((best, { of }) => Math.max(best, of), Number.NEGATIVE_INFINITY);
  const found = answers.flatMap((answer): FoundLine[] => {
    const { entry, of, until } = answer;
    const [min, max] = scaleOf(entry.survey, policy);
    if (counts(answer) || (!heard && of === newest)) {
      const share = thousandths(entry.score - min, max - min);
      return [foundLine(entry.survey, "answered", [entry.score, max], { on: of, until, share, weight: 1 })];
    }
    if (of <= at - toldFor) return [];
    const numbers = [entry.score, max, answerCycle, carriedDays];
    return [foundLine(entry.survey, "answer_over", numbers, { on: of, share: null, weight: 0 })];
  });
  return decided([...found, ...judgement]);
}
