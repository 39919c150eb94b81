import { dimensions } from "@termwise/core/facts";
import {
  attributeAt,
  breakdownOf,
  bridgeAmount,
  bridgeSteps,
  type Contributor,
  cohortBridgeAmount,
  cohortBridgeSteps,
  contributorsOf,
  metricTotal,
  points,
  retainedFlows,
  seriesPeriods,
  type Window,
} from "@termwise/core/retention";
import { z } from "zod";
import { externalIds } from "../derive/external-ids.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { figureFor, figureIn, MetricTermInput } from "./figures.ts";
import { answering, Scope, windowFor } from "./scope.ts";

const MetricScope = Scope.extend({ term: MetricTermInput });

const Step = z.union([
  z.templateLiteral([z.literal("bridge:"), z.enum(bridgeSteps)]),
  z.templateLiteral([z.literal("cohort:"), z.enum(cohortBridgeSteps)]),
]);

const sorts = ["-effect", "effect", "name", "-name", "-opening", "opening", "-closing", "closing"] as const;

/** Any registered metric by its term. */
export const metricsRouter = router({
  /** One metric as a figure. */
  value: procedure
    .input(MetricScope)
    .query(async ({ ctx: { termwise }, input: { term, ...scope } }) =>
      figureFor(await answering(termwise, scope), term),
    ),
  /** One metric in windows of the period's length that end month after month, the last at the period's end. */
  series: procedure
    .input(MetricScope.extend({ points: z.int().min(1).max(60).default(13) }))
    .query(async ({ ctx: { termwise }, input: { term, points: count, ...scope } }) => {
      const asked = await answering(termwise, scope);
      return seriesPeriods(asked.period, count, asked.lastClosed, asked.today).map((period) =>
        figureFor(asked.over(period), term),
      );
    }),
  /** One metric for each value of a dimension: ratios by the value at the opening, amounts by that of each day. */
  breakdown: procedure
    .input(MetricScope.extend({ by: z.enum(dimensions) }))
    .query(async ({ ctx: { termwise }, input: { term, by, ...scope } }) => {
      const asked = await answering(termwise, scope);
      const { book, period, policy, slice } = asked;
      return {
        by,
        all: figureFor(asked, term),
        rows: breakdownOf(book, period, policy, by, slice).map(({ value, window }) => ({
          value,
          figure: figureIn(asked, window, term),
        })),
      };
    }),
  /**
   * The accounts that add up to a metric, or to one step of the bridge behind it (`bridge:churn` of the ARR bridge,
   * `cohort:churn` of the opening cohort's). `total` is the sum over all of them and equals the figure; `rows` are
   * those that `search` finds, sorted, one page of them.
   */
  contributors: procedure
    .input(
      MetricScope.extend({
        step: Step.optional(),
        search: z.string().max(200).optional(),
        sort: z.enum(sorts).default("-effect"),
        page: z.int().min(1).default(1),
        pageSize: z.int().min(1).max(500).default(100),
      }),
    )
    .query(async ({ ctx: { termwise }, input: { term, step, search, sort, page, pageSize, ...scope } }) => {
      const asked = await answering(termwise, scope);
      const window = windowFor(asked);
      const figure = figureIn(asked, window, term);
      const all = step ? stepContributors(window, step) : contributorsOf(window, term);
      const found = sorted(searched(all, search), sort);
      const sum = (of: (row: Contributor) => bigint | null) =>
        all.reduce((total, row) => total + (of(row) ?? 0n), 0n);
      const opening = metricTotal(window, "opening-arr").numerator;
      const numerator = sum((row) => row.numerator);
      const ratio = figure.unit === "ratio";
      const denominator = ratio && !step ? sum((row) => row.denominator) : null;
      const idsOf = externalIds((await termwise.books()).factsAt(asked.recorded), asked.book);
      const held = new Map(window.accounts.map((w) => [w.account.accountId, w] as const));
      return wire({
        figure,
        step: step ?? null,
        count: all.length,
        found: found.length,
        page,
        pageSize,
        rows: found.slice((page - 1) * pageSize, page * pageSize).map((row) => {
          const w = held.get(row.accountId);
          const last = w?.moved.at(-1);
          return {
            ...row,
            externalIds: idsOf(row.accountId),
            segment: w ? attributeAt(w, window, "segment") : null,
            csm: w ? attributeAt(w, window, "csm") : null,
            on: last?.on ?? null,
            kind: last?.kind ?? null,
          };
        }),
        total: {
          numerator,
          denominator,
          effect: step
            ? points(numerator, opening)
            : denominator === null
              ? null
              : points(numerator - denominator, denominator),
        },
        matches: step
          ? true
          : String(numerator) === figure.numerator &&
            (denominator === null || String(denominator) === figure.denominator),
      });
    }),
});

function stepContributors(window: Window, step: z.infer<typeof Step>): Contributor[] {
  const opening = metricTotal(window, "opening-arr").numerator;
  const kind = step.slice(step.indexOf(":") + 1);
  const amountOf = (w: Window["accounts"][number]): bigint => {
    const own = bridgeSteps.find((candidate) => candidate === kind);
    if (step.startsWith("bridge:")) return own ? bridgeAmount(w, own) : 0n;
    const cohort = cohortBridgeSteps.find((candidate) => candidate === kind);
    return cohort ? cohortBridgeAmount(w, cohort, window) : 0n;
  };
  return window.accounts.flatMap((w) => {
    const numerator = amountOf(w);
    if (numerator === 0n) return [];
    const { accountId, name } = w.account;
    const base = step.startsWith("bridge:") ? w.bridge.opening : retainedFlows(w, window).opening;
    return [
      {
        accountId,
        name,
        opening: base,
        closing: w.held.closing,
        numerator,
        denominator: null,
        effect: points(numerator, opening),
      },
    ];
  });
}

function searched(rows: readonly Contributor[], search: string | undefined): Contributor[] {
  const wanted = search?.trim().toLowerCase() ?? "";
  return rows.filter((row) => row.name.toLowerCase().includes(wanted));
}

const size = (row: Contributor): bigint => {
  const part = row.denominator === null ? row.numerator : row.numerator - row.denominator;
  return part < 0n ? -part : part;
};

function sorted(rows: readonly Contributor[], sort: (typeof sorts)[number]): Contributor[] {
  const descending = sort.startsWith("-");
  const key = descending ? sort.slice(1) : sort;
  const ascending = (a: Contributor, b: Contributor): number => {
    if (key === "name") return a.name.localeCompare(b.name, "en");
    const [x, y] =
      key === "opening"
        ? [a.opening, b.opening]
        : key === "closing"
          ? [a.closing, b.closing]
          : [size(a), size(b)];
    return x < y ? -1 : x > y ? 1 : a.name.localeCompare(b.name, "en");
  };
  return [...rows].sort((a, b) => (descending ? ascending(b, a) : ascending(a, b)));
}
