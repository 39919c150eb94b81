import { healthBands, outreachStates } from "@termwise/core/health";
import { z } from "zod";
import { areasOf, weeksOfAreas } from "../health/areas.ts";
import { healthRow } from "../health/book-view.ts";
import { detractorsOf } from "../health/detractors.ts";
import { bandAt, healthBook, largest } from "../health/health-book.ts";
import { overviewOf, weeksShown } from "../health/overview.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { Filters } from "./scope.ts";

const Asked = z.strictObject({ filters: Filters.optional() }).optional();

/** Health over the accounts of whoever asks. */
export const bookProcedures = {
  /**
   * Customers with their health of the last thirteen weeks, the largest first: for columns of lists. `band` leaves those of
   * one band; `total` is over everything found, not the page.
   */
  accounts: procedure
    .input(
      z
        .strictObject({
          filters: Filters.optional(),
          band: z.enum(healthBands).optional(),
          page: z.int().min(1).default(1),
          pageSize: z.int().min(1).max(500).default(500),
        })
        .prefault({}),
    )
    .query(async ({ ctx, input: { filters, band, page, pageSize } }) => {
      const { on, week, currency, cases, scores } = await healthBook(ctx, weeksShown, filters);
      const own = new Int32Array(2 * scores.ends.length);
      const found = cases.filter((one) => {
        if (band === undefined) return true;
        scores.read(one.account.accountId, own);
        return bandAt(one, own, scores.ends.length - 1) === band;
      });
      const shown = found
        .toSorted((a, b) => largest(a.account, b.account))
        .slice((page - 1) * pageSize, page * pageSize);
      const rows = shown.map((one) =>
        healthRow(
          { ...one, weeks: scores.weeksOf(one.account.accountId) },
          { on, policy: one.policyIn(week) },
        ),
      );
      return wire({ on, week, currency, rows, total: found.length, page, pageSize });
    }),
  /**
   * For leadership: accounts and ARR by band now and over thirteen weeks, who moved from which band to which in four weeks
   * (counted over all, the 50 largest of each move told of), early warnings of the last four weeks, the newest first, and
   * ARR at risk. Each week is told by the boundaries that were in force in it: `boundaries` says which, and
   * `movement.byBoundaries` how many moved for no other reason.
   */
  overview: procedure
    .input(Asked)
    .query(async ({ ctx, input }) =>
      wire(await overviewOf(await healthBook(ctx, weeksShown, input?.filters))),
    ),
  /**
   * Detractors of the last year, the latest first, whether each heard from us within 48 hours, and the share that did;
   * `counts` are over all that the filters leave, `rows` a page of those of a `state`.
   */
  detractors: procedure
    .input(
      z
        .strictObject({
          filters: Filters.optional(),
          state: z.enum(outreachStates).optional(),
          page: z.int().min(1).default(1),
          pageSize: z.int().min(1).max(500).default(100),
        })
        .prefault({}),
    )
    .query(async ({ ctx, input: { filters, ...asked } }) =>
      wire(await detractorsOf(await healthBook(ctx, 1, filters), { ...asked, now: ctx.termwise.now() })),
    ),
  /**
   * Health by feature area, month by month: the mean score of the accounts with tickets about the area. Below 60 in three
   * months in a row an area is flagged.
   */
  areas: procedure.input(Asked).query(async ({ ctx, input }) => {
    return wire(await areasOf(await healthBook(ctx, weeksOfAreas, input?.filters)));
  }),
};
