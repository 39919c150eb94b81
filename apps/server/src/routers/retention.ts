import { dimensions } from "@termwise/core/facts";
import {
  bridgeOf,
  grrMethods,
  type MetricTerm,
  nrrMethods,
  overviewFigures,
  overviewInSteps,
  RetentionPolicy,
  winbackTreatments,
} from "@termwise/core/retention";
import { z } from "zod";
import { breath, inTurns } from "../breath.ts";
import { besideOf, type Reported, reportedViews } from "../periods/reported.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { arrBridge } from "./arr-bridge.ts";
import { bridgeView } from "./bridge-view.ts";
import { cohortProcedures } from "./cohorts.ts";
import { changeOf } from "./figure-change.ts";
import { figureIn } from "./figures.ts";
import { movements } from "./movements.ts";
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
   * moved it, segments, and the reconciliation; beside figures and points of the trend that were closed what was `reported`. Amounts are minor units as strings, effects percentage points.
   */
  overview: procedure.input(OverviewScope).query(async ({ ctx: { termwise }, input }) => {
    const { compare: versus, by, ...scope } = input;
    const asked = await answering(termwise, scope);
    const before = comparedWith(asked, versus);
    const earlier = before && asked.over(before);
    const { book, period, policy, slice, lastClosed, totals, today } = asked;
    const question = { period, compare: before, compareUnder: earlier, policy, slice, by, lastClosed, today };
    const overview = await inTurns(overviewInSteps(book, { ...question, points: 13, totals }));
    const reported = await reportedViews(termwise, scope, [
      period,
      ...overview.series.nrr.map(({ from, on }) => ({ text: "", from, to: on })),
    ]);
    const tile = async (name: keyof typeof overviewFigures) => {
      await breath();
      const figure = figureIn(asked, overview.now, overviewFigures[name]);
      const compare = earlier && overview.before && figureIn(earlier, overview.before, overviewFigures[name]);
      const told = { figure, compare, change: changeOf(figure, compare), series: overview.series[name] };
      return { ...told, reported: besideOf(reported[0] ?? null, figure) };
    };
    const figures = {
      nrr: await tile("nrr"),
      grr: await tile("grr"),
      gap: await tile("gap"),
      logo: await tile("logo"),
      opening: await tile("opening"),
      closing: await tile("closing"),
    };
    const bridge = bridgeView(overview.bridge, period, book.currency);
    return wire({
      period: { text: period.text, from: period.from, to: period.to, opensOn: bridge.opensOn },
      compare: before?.text ?? null,
      currency: book.currency,
      figures,
      headline: overview.headline,
      summary: overview.summary,
      trend: {
        points: overview.series.nrr.map((point, i) => ({
          month: point.on.slice(0, 7),
          nrr: point.value,
          grr: overview.series.grr[i]?.value ?? null,
          open: point.open,
          /** What was reported of the same window, where a close froze it. */
          reported: trendPoint(reported[i + 1] ?? null),
        })),
      },
      bridge,
      reconciliation: bridgeView(bridgeOf(overview.now), period, book.currency),
      movers: overview.movers,
      segments: overview.segments,
    });
  }),
  bridge: arrBridge,
  movements,
  ...cohortProcedures,
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

function trendPoint(reported: Reported | null) {
  if (!reported) return null;
  const { nrr, grr } = reported.found.view.figures;
  return { close: reported.close.number, nrr: nrr.value, grr: grr.value };
}
