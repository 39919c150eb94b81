import { dimensions } from "@termwise/core/facts";
import {
  bridgeOf,
  cohortGrains,
  cohortsOf,
  grrMethods,
  type MetricTerm,
  nrrMethods,
  overviewFigures,
  overviewOf,
  points,
  RetentionPolicy,
  winbackTreatments,
} from "@termwise/core/retention";
import { z } from "zod";
import { movementList } from "../derive/movement-list.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { bridgeView } from "./bridge-view.ts";
import { changeOf } from "./figure-change.ts";
import { figureIn } from "./figures.ts";
import { compareQuery, differencesQuery } from "./retention-compare.ts";
import { segmentsQuery } from "./retention-segments.ts";
import { answering, comparedWith, Scope, windowFor } from "./scope.ts";

const OverviewScope = Scope.extend({
  compare: z.enum(["prior-year", "none"]).default("prior-year"),
  by: z.enum(dimensions).default("segment"),
});

/** Retention: the overview page, the ARR bridge, cohorts, and policies side by side. */
export const retentionRouter = router({
  /**
   * The weekly review: six figures with the period compared with and a series, trend, opening-cohort bridge, what
   * moved it, segments, and the reconciliation. Amounts are minor units as strings, effects percentage points.
   */
  overview: procedure.input(OverviewScope).query(async ({ ctx: { termwise }, input }) => {
    const { compare: versus, by, ...scope } = input;
    const asked = await answering(termwise, scope);
    const before = comparedWith(asked, versus);
    const earlier = before && asked.over(before);
    const { book, period, policy, slice, lastClosed, totals, today } = asked;
    const overview = overviewOf(book, {
      period,
      compare: before,
      compareUnder: earlier,
      policy,
      slice,
      by,
      lastClosed,
      today,
      points: 13,
      totals,
    });
    const tile = (name: keyof typeof overviewFigures) => {
      const figure = figureIn(asked, overview.now, overviewFigures[name]);
      const compare = earlier && overview.before && figureIn(earlier, overview.before, overviewFigures[name]);
      return { figure, compare, change: changeOf(figure, compare), series: overview.series[name] };
    };
    const bridge = bridgeView(overview.bridge, period, book.currency);
    return wire({
      period: { text: period.text, from: period.from, to: period.to, opensOn: bridge.opensOn },
      compare: before?.text ?? null,
      currency: book.currency,
      figures: {
        nrr: tile("nrr"),
        grr: tile("grr"),
        gap: tile("gap"),
        logo: tile("logo"),
        opening: tile("opening"),
        closing: tile("closing"),
      },
      headline: overview.headline,
      summary: overview.summary,
      trend: {
        points: overview.series.nrr.map((point, i) => ({
          month: point.on.slice(0, 7),
          nrr: point.value,
          grr: overview.series.grr[i]?.value ?? null,
          open: point.open,
        })),
      },
      bridge,
      reconciliation: bridgeView(bridgeOf(overview.now), period, book.currency),
      movers: overview.movers,
      segments: overview.segments,
    });
  }),
  /** The ARR bridge of a slice: opening, every step with its reasons, moved in and out, FX apart, closing. */
  bridge: procedure.input(Scope).query(async ({ ctx: { termwise }, input }) => {
    const asked = await answering(termwise, input);
    return wire(bridgeView(bridgeOf(windowFor(asked)), asked.period, asked.book.currency));
  }),
  /** Every movement of the slice in the period, in day order, with its reasons and the lines and source rows behind it. */
  movements: procedure.input(Scope).query(async ({ ctx: { termwise }, input }) => {
    const asked = await answering(termwise, input);
    const facts = (await termwise.books()).factsAt(asked.recorded);
    return wire({
      currency: asked.book.currency,
      rows: movementList(asked.book, asked, facts),
    });
  }),
  /** Cohorts by month, quarter or year of first ARR, each followed over its ages through the end of the period. */
  cohorts: procedure
    .input(Scope.extend({ by: z.enum(cohortGrains).default("quarter") }))
    .query(async ({ ctx: { termwise }, input: { by, ...scope } }) => {
      const asked = await answering(termwise, scope);
      const { fiscalYearStart } = await termwise.workspace();
      const cohorts = cohortsOf(asked.book, {
        by,
        through: asked.period.to,
        slice: asked.slice,
        calendar: { fiscalYearStart },
      });
      return wire({
        by,
        currency: asked.book.currency,
        through: asked.period.to,
        cohorts: cohorts.map((cohort) => ({
          ...cohort,
          cells: cohort.cells.map((cell) => {
            const first = cohort.cells[0];
            return {
              ...cell,
              nrr: first ? points(cell.arr, first.arr) : null,
              grr: first ? points(cell.kept, first.arr) : null,
              logo: first ? points(BigInt(cell.accounts), BigInt(cohort.accounts)) : null,
            };
          }),
        })),
      });
    }),
  /** A slice by one or two dimensions: rates side by side, and what each part did to the change of the whole. */
  segments: segmentsQuery,
  /** One period counted several ways side by side. */
  compare: compareQuery,
  /** The accounts that make a figure differ between two ways to count. */
  differences: differencesQuery,
  /** NRR, GRR and logo retention of one window under every legal pair of methods and each treatment of win-backs. */
  policies: procedure.input(Scope).query(async ({ ctx: { termwise }, input }) => {
    const asked = await answering(termwise, input);
    const terms = ["nrr", "grr", "logo-retention"] as const satisfies readonly MetricTerm[];
    const window = windowFor(asked);
    const choices = nrrMethods.flatMap((nrrMethod) =>
      winbackTreatments.flatMap((winback) =>
        grrMethods.map((grrMethod) => ({ ...asked.policy, nrrMethod, winback, grrMethod })),
      ),
    );
    return choices.flatMap((choice) => {
      const policy = RetentionPolicy.safeParse(choice);
      if (!policy.success) return [];
      // What moved is the same under each of these choices: only what is counted of it differs.
      const under = { ...window, policy: policy.data };
      return [{ policy: policy.data, figures: terms.map((term) => figureIn(asked, under, term)) }];
    });
  }),
});
