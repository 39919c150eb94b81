import {
  type AccountId,
  addDays,
  Day,
  decimalText,
  Failure,
  monthIndex,
  monthOf,
  monthOfIndex,
} from "@termwise/core/kernel";
import {
  lifecyclePolicyOn,
  lossesOn,
  median,
  onboardingProductivity,
  onTimeRenewals,
  preventableByMonth,
  preventableChurn,
  stageVelocity,
  stretchesAt,
  timeToOnboard,
  timeToOnboardByCsm,
} from "@termwise/core/lifecycle";
import { z } from "zod";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong, journeysOn } from "../derive/journeys.ts";
import { moneyOn } from "../derive/money-on.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { Filters } from "./scope.ts";

const earnedStages = ["won", "onboarded", "adopted"] as const;
const mostMonths = 60;

/** How quickly customers come along, whose contracts were renewed in time, and who could have been kept. */
export const paceProcedures = {
  /**
   * The contracts whose last day lies in some days, how each was renewed (`on_time`, `late`, `undated`, `not_renewed`), and
   * the share renewed in time, with six places. Term: on-time-renewal-rate.
   */
  onTime: procedure
    .input(z.strictObject({ from: Day, to: Day, filters: Filters.optional() }))
    .query(async ({ ctx: { termwise }, input: { from, to, filters } }) => {
      if (from > to) throw new Failure("bad_input", `${from} is after ${to}`);
      const books = await termwise.books();
      const { ofAccount } = customerRecords(books);
      const accounts = accountsOnDay(books, termwise.today());
      const among = (id: AccountId) => {
        const account = accounts.get(ofAccount(id));
        return account !== undefined && isAmong(account, filters);
      };
      const lines = books.known.now.lines.filter(({ accountId }) => among(accountId));
      const { due, rate } = onTimeRenewals(lines, { from, to });
      return {
        from,
        to,
        value: rate.value && decimalText(rate.value, 6),
        reason: rate.reason,
        due: due
          .map(({ accountId, ...contract }) => ({
            accountId: ofAccount(accountId),
            name: accounts.get(ofAccount(accountId))?.name ?? accountId,
            ...contract,
          }))
          .sort((a, b) =>
            a.endedOn < b.endedOn ? 1 : a.endedOn > b.endedOn ? -1 : a.name < b.name ? -1 : 1,
          ),
      };
    }),
  /**
   * How long customers stand at each stage beside how long they are expected to, how long onboarding takes by CSM, and
   * hours for an onboarding over some days (default: the last 365). Terms: velocity-metrics, time-to-onboard,
   * onboarding-productivity.
   */
  velocity: procedure
    .input(
      z.strictObject({ filters: Filters.optional(), from: Day.optional(), to: Day.optional() }).optional(),
    )
    .query(async ({ ctx: { termwise }, input }) => {
      const on = termwise.today();
      const books = await termwise.books();
      const policy = lifecyclePolicyOn(customerRecords(books).rules, on);
      const expected = {
        won: policy.slaWonDays,
        onboarded: policy.slaOnboardedDays,
        adopted: policy.slaAdoptedDays,
      };
      const journeys = journeysOn(books, on, input?.filters);
      const times = journeys.flatMap(({ history }) => timeToOnboard(history) ?? []);
      const to = input?.to ?? on;
      const from = input?.from ?? addDays(to, -364);
      if (from > to) throw new Failure("bad_input", `${from} is after ${to}`);
      const histories = journeys.map(({ history }) => history);
      return wire({
        on,
        stages: stageVelocity(histories, on).map((one) => ({ ...one, expectedDays: expected[one.stage] })),
        timeToOnboard: { accounts: times.length, medianDays: median(times) },
        byCsm: timeToOnboardByCsm(journeys),
        productivity: { from, to, ...onboardingProductivity(journeys, { from, to }) },
      });
    }),
  /** The accounts behind the velocity of a stage: who stands there and since when, and who went on and after how long. */
  stretches: procedure
    .input(z.strictObject({ stage: z.enum(earnedStages), filters: Filters.optional() }))
    .query(async ({ ctx: { termwise }, input }) => {
      const on = termwise.today();
      const books = await termwise.books();
      const accounts = accountsOnDay(books, on);
      const journeys = journeysOn(books, on, input.filters);
      return wire({
        on,
        stage: input.stage,
        rows: stretchesAt(journeys, { stage: input.stage, on }).map((one) => ({
          ...one,
          name: accounts.get(one.accountId)?.name ?? one.accountId,
        })),
      });
    }),
  /**
   * The customers lost in some days, why, and how many could have been kept: the goal is none. Month by month as well, and
   * each loss in minor units of the reporting currency at the rates of today. Term: zero-churn-goal.
   */
  churn: procedure
    .input(z.strictObject({ from: Day, to: Day, filters: Filters.optional() }))
    .query(async ({ ctx: { termwise }, input: { from, to, filters } }) => {
      if (from > to) throw new Failure("bad_input", `${from} is after ${to}`);
      const [first, last] = [monthIndex(monthOf(from)), monthIndex(monthOf(to))];
      if (last - first >= mostMonths)
        throw new Failure("bad_input", `${from} to ${to} is more than ${mostMonths} months: ask for fewer`);
      const books = await termwise.books();
      const today = termwise.today();
      const accounts = accountsOnDay(books, today);
      const within = [...customerRecords(books).records.values()]
        .filter(({ accountId }) => {
          const account = accounts.get(accountId);
          return account !== undefined && isAmong(account, filters);
        })
        .flatMap((record) => lossesOn(record, today))
        .filter(({ on }) => on >= from && on <= to);
      const inCurrency = moneyOn(books, today);
      const months = Array.from({ length: last - first + 1 }, (_, i) => monthOfIndex(first + i));
      return wire({
        from,
        to,
        currency: books.currency(),
        ...preventableChurn(within, { from, to }),
        months: preventableByMonth(within, months),
        losses: within
          .map((loss) => ({
            ...loss,
            arr: inCurrency(loss.lost),
            name: accounts.get(loss.accountId)?.name ?? loss.accountId,
          }))
          .sort((a, b) => (a.on < b.on ? 1 : -1)),
      });
    }),
};
