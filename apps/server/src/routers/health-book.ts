import { isDeepStrictEqual } from "node:util";
import { entriesOf } from "@termwise/core/facts";
import {
  featureAreaHealth,
  type HealthBand,
  type HealthPolicy,
  healthBand,
  healthBands,
  outreachOn,
  outreachRate,
  scoreText,
} from "@termwise/core/health";
import {
  type AccountId,
  addDays,
  type Day,
  decimalText,
  monthOf,
  rational,
  times,
} from "@termwise/core/kernel";
import { z } from "zod";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { isAmong } from "../derive/journeys.ts";
import { toldScore } from "../health/account-view.ts";
import { atRiskFigure } from "../health/at-risk-figure.ts";
import { byBand, healthRow, warningsOf } from "../health/book-view.ts";
import { boundariesBySegment } from "../health/boundaries.ts";
import { lowWeeks, stakeOf } from "../health/low-weeks.ts";
import { scoredWeeks } from "../health/scored.ts";
import { settledFor } from "../health/settle.ts";
import { policiesByDay } from "../health/world.ts";
import type { Termwise } from "../termwise.ts";
import { type Context, procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { Filters } from "./scope.ts";

const Asked = z.strictObject({ filters: Filters.optional() }).optional();

/** Every customer somebody sees today, with what was measured of its last weeks. */
export async function healthBook(
  ctx: Pick<Context, "gate" | "who"> & { termwise: Termwise },
  weeks: number,
  filters?: z.infer<typeof Filters>,
) {
  await settledFor(ctx);
  const { termwise } = ctx;
  const books = await termwise.books();
  const on = termwise.today();
  const { ends, of } = await scoredWeeks(termwise, weeks);
  const low = await lowWeeks(termwise);
  const { records } = customerRecords(books);
  const accounts = accountsOnDay(books, on);
  const week = ends.at(-1) ?? on;
  const policyFor = policiesByDay(books);
  const policy = policyFor(null, on);
  const cases = [...records.values()].flatMap((record) => {
    const account = accounts.get(record.accountId);
    if (account?.status !== "customer" || !isAmong(account, filters)) return [];
    const measured = of.get(record.accountId) ?? ends.map((week) => ({ week, score: null }));
    return [
      {
        account,
        record,
        weeks: measured,
        low: low.get(record.accountId),
        /** The boundaries that were in force for it in a week: what was measured then is judged by no others. */
        policyIn: (then: Day) => policyFor(account.segment, then),
      },
    ];
  });
  const rows = cases.map((one) => healthRow(one, { on, policy: one.policyIn(week) }));
  const stake = stakeOf(
    cases.map(({ account }) => account),
    low,
    policy,
  );
  const risky = new Set(stake.contributors.map(({ accountId }) => accountId));
  const atRisk = rows.filter(({ accountId }) => risky.has(accountId));
  const currency = books.currency();
  const ownRules = cases.some((one) => {
    const own = one.policyIn(on);
    return own !== policy && !isDeepStrictEqual(own, policy);
  });
  const figure = atRiskFigure(stake, {
    on,
    week,
    currency,
    freshAt: books.known.freshAt,
    policy,
    ownRules,
  });
  return { on, week, ends, policy, policyFor, currency, cases, rows, atRisk, figure };
}

/** The band of a week of an account, by the boundaries that were in force in it, or by others. */
const bandIn = (
  { weeks, policyIn }: Awaited<ReturnType<typeof healthBook>>["cases"][number],
  at: number,
  policy?: HealthPolicy,
): HealthBand => {
  const measured = weeks[at];
  return measured ? healthBand(measured.score, policy ?? policyIn(measured.week)) : "unknown";
};

const largest = <Row extends { arr: bigint; accountId: AccountId }>(a: Row, b: Row): number =>
  a.arr === b.arr ? (a.accountId < b.accountId ? -1 : 1) : a.arr > b.arr ? -1 : 1;

/** Health over the accounts of whoever asks. */
export const bookProcedures = {
  /** Every customer with its health of the last thirteen weeks, the largest first: for columns of lists. */
  accounts: procedure.input(Asked).query(async ({ ctx, input }) => {
    const { on, week, currency, rows } = await healthBook(ctx, 13, input?.filters);
    return wire({ on, week, currency, rows: rows.toSorted(largest) });
  }),
  /**
   * For leadership: accounts and ARR by band now and over thirteen weeks, who moved from which band to which in four weeks,
   * early warnings of the last four weeks, the newest first, and ARR at risk. Each week is told by the boundaries that were
   * in force in it: `boundaries` says which, and `movement.byBoundaries` how many moved for no other reason.
   */
  overview: procedure.input(Asked).query(async ({ ctx, input }) => {
    const book = await healthBook(ctx, 13, input?.filters);
    const { on, week, ends, currency, rows, cases, figure, policyFor } = book;
    const since = addDays(on, -28);
    const [then, now] = [ends.length - 5, ends.length - 1];
    const stood = cases.map((one) => {
      const { accountId, name, arr } = one.account;
      const [from, to] = [bandIn(one, then), bandIn(one, now)];
      const byBoundaries = from !== to && bandIn(one, then, one.policyIn(week)) === to;
      return { accountId, name, arr, from, to, byBoundaries };
    });
    const moved = stood.filter(({ from, to }) => from !== to);
    const known = rows.filter(({ score }) => score !== null);
    const arr = known.reduce((sum, row) => sum + row.arr, 0n);
    const weighted = known.reduce(
      (sum, row) => sum + row.arr * BigInt(Math.round(Number(row.score) * 10)),
      0n,
    );
    return wire({
      on,
      week,
      currency,
      accounts: rows.length,
      arrAtRisk: figure,
      /** Health of the accounts whose score is known, weighted by ARR, and of how many that is. */
      weighted: {
        score: arr === 0n ? null : scoreText(rational(weighted, arr * 10n)),
        accounts: known.length,
      },
      bands: byBand(rows),
      boundaries: boundariesBySegment(
        ends,
        cases.map(({ account }) => account.segment),
        policyFor,
      ),
      weeks: ends.map((end, index) => ({
        week: end,
        bands: byBand(cases.map((one) => ({ band: bandIn(one, index), arr: one.account.arr }))).map(
          ({ band, accounts }) => ({ band, accounts }),
        ),
      })),
      movement: {
        from: ends.at(-5) ?? week,
        to: week,
        moved: moved.toSorted(largest),
        /** Of those that moved, how many did because other boundaries came into force, and not because of their score. */
        byBoundaries: moved.filter((one) => one.byBoundaries).length,
        /** How many went from each band to each, those that stayed among them; cells without any are left out. */
        matrix: healthBands.flatMap((from) =>
          byBand(stood.filter((one) => one.from === from).map(({ to, arr: own }) => ({ band: to, arr: own })))
            .filter(({ accounts }) => accounts > 0)
            .map(({ band, accounts }) => ({ from, to: band, accounts })),
        ),
      },
      warnings: cases
        .flatMap((one) => warningsOf(one, { on, since }))
        .sort((a, b) => (a.on === b.on ? largest(a, b) : a.on < b.on ? 1 : -1))
        .slice(0, 200),
      bandNames: healthBands,
    });
  }),
  /** Detractors of the last year, whether each heard from us within 48 hours, and the share that did. */
  detractors: procedure.input(Asked).query(async ({ ctx, input }) => {
    const { on, cases, currency } = await healthBook(ctx, 5, input?.filters);
    const now = ctx.termwise.now();
    const found = cases.flatMap(({ account, record }) =>
      outreachOn(record, { on, now }).map((outreach) => ({ account, outreach })),
    );
    const recent = found.filter(({ outreach }) => outreach.answer.effectiveOn > addDays(on, -366));
    const rate = outreachRate(recent.map(({ outreach }) => outreach));
    return wire({
      on,
      currency,
      /** Per cent that heard from us in time, of those whose 48 hours are over. */
      inTime: rate.value === null ? null : decimalText(times(rate.value, rational(100n)), 1),
      reason: rate.reason,
      rows: recent
        .map(({ account: { accountId, name, csm, arr }, outreach: { answer, ...outreach } }) => ({
          accountId,
          name,
          csm,
          arr,
          entryId: answer.entryId,
          at: answer.at,
          score: answer.entry.score,
          comment: answer.entry.comment,
          ...outreach,
        }))
        .sort((a, b) => (a.at < b.at ? 1 : -1)),
    });
  }),
  /**
   * Health by feature area, month by month: the mean score of the accounts with tickets about the area. Below 60 in three
   * months in a row an area is flagged.
   */
  areas: procedure.input(Asked).query(async ({ ctx, input }) => {
    const { on, cases, policy, ends, currency } = await healthBook(ctx, 26, input?.filters);
    const months = [...new Set(ends.map((end) => monthOf(end)))];
    const areas = new Map<string, Map<string, typeof cases>>();
    for (const one of cases)
      for (const { entry, effectiveOn, withdrawn } of entriesOf(one.record.journal, "support_ticket")) {
        if (entry.area === null || withdrawn !== null) continue;
        const own = areas.get(entry.area) ?? new Map<string, typeof cases>();
        const month = monthOf(effectiveOn);
        own.set(month, [...(own.get(month) ?? []).filter((other) => other !== one), one]);
        areas.set(entry.area, own);
      }
    const rows = [...areas].map(([area, byMonth]) => {
      const read = featureAreaHealth(
        months.map((month) => ({
          month,
          scores: (byMonth.get(month) ?? []).flatMap(({ weeks }) => {
            const last = weeks.findLast(({ week, score }) => monthOf(week) === month && score !== null);
            return last?.score &&
              last.score.low.n * last.score.high.d === last.score.high.n * last.score.low.d
              ? [last.score.low]
              : [];
          }),
        })),
        policy,
      );
      const latest = read.months.findLast(({ mean }) => mean.value !== null)?.month;
      return {
        area,
        flagged: read.flagged,
        /** The accounts of the latest month that has a mean, the largest first. */
        accounts: (latest === undefined ? [] : (byMonth.get(latest) ?? []))
          .map(({ account: { accountId, name, csm, arr }, weeks, policyIn }) => {
            const { week, score } = weeks.findLast((one) => one.score !== null) ?? { score: null };
            return { accountId, name, csm, arr, scored: score && toldScore(score, policyIn(week)) };
          })
          .toSorted(largest)
          .slice(0, 100),
        months: read.months.map(({ month, mean, accounts }) => ({
          month,
          mean: mean.value === null ? null : scoreText(mean.value),
          accounts,
        })),
      };
    });
    rows.sort((a, b) => Number(b.flagged) - Number(a.flagged) || (a.area < b.area ? -1 : 1));
    return wire({ on, currency, below: policy.areaHealthBelow, monthsInARow: policy.areaReadings, rows });
  }),
};
