import { definitionOn } from "@termwise/core/governance";
import {
  type Day,
  earlier,
  Failure,
  type FiscalCalendar,
  firstDay,
  type Month,
  monthOf,
  parsePeriod,
  quarterOf,
  shiftMonth,
} from "@termwise/core/kernel";
import { termById } from "@termwise/core/registry";
import { SurveyPolicy, surveyScores } from "@termwise/core/surveys";
import { z } from "zod";
import { agreedChoices, proposalsIn } from "../definitions/agreed.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import { monthsOf } from "../derive/months.ts";
import { answeredAccounts, answersIn, scoresView } from "../health/survey-view.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { Filters } from "./scope.ts";

/** The last quarters up to the one a month lies in, the first one first. */
const quartersTo = (last: Month, count: number, calendar: FiscalCalendar) =>
  Array.from({ length: count }, (_, back) =>
    parsePeriod(quarterOf(shiftMonth(last, -3 * (count - 1 - back)), calendar), calendar),
  );

const asked = ["nps", "csat", "ces", "pulse-survey", "experience-score"] as const;

/** What customers answer to surveys. */
export const surveysRouter = router({
  /**
   * NPS, CSAT, CES, pulse and the experience score over the answers of a period (as `metrics.value` reads it; default: the
   * twelve months to the last closed month), given while the account was a customer, whatever became of it: of each person the
   * latest answer about each thing. `value` is null with its `reason` where fewer answered than `policy.minimumAnswers`. `quarters`: the same
   * over eight quarters; `accounts`: what each adds, promoters, passives, detractors and answers by sum; `offScale`: answers
   * outside the scale of their survey, which count nowhere; `versions`: of the definitions in force at the period's end.
   */
  scores: procedure
    .input(z.strictObject({ period: z.string().max(40).optional(), filters: Filters.optional() }).optional())
    .query(async ({ ctx: { termwise }, input }) => {
      const books = await termwise.books();
      const { fiscalYearStart } = await termwise.workspace();
      const today = termwise.today();
      const { lastClosed } = monthsOf(books.known.now, today);
      const calendar = { fiscalYearStart };
      const period = parsePeriod(input?.period ?? `ttm:${lastClosed}`, calendar);
      if (period.from < firstDay || period.from > today)
        throw new Failure("bad_input", `Ask for a period that has begun: ${period.text} has not`);
      const to = earlier(period.to, today);
      const policy = agreedChoices(SurveyPolicy, books, to);
      const { records } = customerRecords(books);
      const accounts = accountsOnDay(books, to);
      const cases = [...records.values()].flatMap((record) => {
        const account = accounts.get(record.accountId);
        return account && isAmong(account, input?.filters) ? [{ account, record }] : [];
      });
      const scored = (over: { from: Day; to: Day }, by: SurveyPolicy) =>
        scoresView(
          surveyScores(
            cases.flatMap(({ record }) => answersIn(record, over)),
            by,
          ),
        );
      const proposals = proposalsIn(books.known.now);
      const rows = answeredAccounts(cases, { from: period.from, to }, policy);
      rows.sort((a, b) => (a.arr === b.arr ? (a.accountId < b.accountId ? -1 : 1) : a.arr > b.arr ? -1 : 1));
      return wire({
        on: today,
        currency: books.currency(),
        period: { text: period.text, from: period.from, to },
        policy,
        versions: asked.map((term) => ({
          term,
          version: definitionOn(termById(term), proposals, to).version,
        })),
        scores: scored({ from: period.from, to }, policy),
        quarters: quartersTo(monthOf(to), 8, calendar).map((quarter) => ({
          text: quarter.text,
          from: quarter.from,
          to: quarter.to,
          open: quarter.to >= today,
          ...scored(quarter, agreedChoices(SurveyPolicy, books, earlier(quarter.to, today))),
        })),
        accounts: rows,
      });
    }),
});
