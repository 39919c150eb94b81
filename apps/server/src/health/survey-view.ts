import { answeredBy, answersOn } from "@termwise/core/health";
import {
  type AccountId,
  type Day,
  decimalText,
  type Known,
  known,
  type Period,
  type Rational,
  whereKnown,
} from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import {
  type CustomerAnswer,
  type SurveyPolicy,
  type SurveyScores,
  surveyScores,
} from "@termwise/core/surveys";
import { isCustomerOn } from "./measure.ts";

/** Answers within a period, of every survey: those that were given while the account was a customer. */
export function answersIn(
  record: CustomerRecord,
  { from, to }: Pick<Period, "from" | "to">,
): CustomerAnswer[] {
  return answersOn(record, to)
    .filter(({ effectiveOn }) => effectiveOn >= from && isCustomerOn(record, effectiveOn))
    .map(({ entry, at }) => ({
      accountId: record.accountId,
      survey: entry.survey,
      person: answeredBy(entry),
      at,
      score: entry.score,
      about: entry.about,
    }));
}

const told = (of: Known<Rational>, digits: number): Known<string> =>
  whereKnown(of, (value) => known(decimalText(value, digits)));

/** Scores as they are told: text with one digit, averages with two. */
export function scoresView({ nps, csat, ces, pulse, experience, offScale }: SurveyScores) {
  const average = ({ answers, average: of, scale }: typeof csat) => ({ ...told(of, 2), answers, scale });
  const { promoters, passives, detractors, score } = nps;
  return {
    nps: {
      ...told(score, 1),
      answers: promoters + passives + detractors,
      ...{ promoters, passives, detractors },
    },
    csat: average(csat),
    ces: average(ces),
    pulse: average(pulse),
    experience: told(experience, 1),
    offScale,
  };
}

/** The accounts behind the scores of a period: what each adds to them. */
export function answeredAccounts(
  accounts: readonly {
    readonly account: { accountId: AccountId; name: string; csm: string | null; arr: bigint };
    readonly record: CustomerRecord;
  }[],
  { from, to }: Pick<Period, "from" | "to">,
  policy: SurveyPolicy,
) {
  return accounts.flatMap(({ account: { accountId, name, csm, arr }, record }) => {
    const answers = answersIn(record, { from, to });
    if (answers.length === 0) return [];
    const { nps, csat, ces, pulse } = surveyScores(answers, { ...policy, minimumAnswers: 1 });
    const last =
      answers
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? to;
    const average = ({ answers: n, average: of }: typeof csat) => ({
      answers: n,
      average: of.value === null ? null : decimalText(of.value, 2),
    });
    return [
      {
        ...{ accountId, name, csm, arr },
        nps: { promoters: nps.promoters, passives: nps.passives, detractors: nps.detractors },
        csat: average(csat),
        ces: average(ces),
        pulse: average(pulse),
        lastOn: last.slice(0, 10) as Day,
      },
    ];
  });
}
