import { dimensions } from "@termwise/core/facts";
import type { Figure } from "@termwise/core/glossary";
import {
  attributeAt,
  breakdownOf,
  type Contributor,
  contributorsOf,
  points,
  seriesPeriods,
} from "@termwise/core/retention";
import { z } from "zod";
import { externalIds } from "../derive/external-ids.ts";
import { saidOfLosses } from "../derive/said-of-losses.ts";
import {
  besideOf,
  closeNote,
  type ReportedBeside,
  reportedBreakdown,
  reportedFigure,
  reportedFor,
  reportedViews,
} from "../periods/reported.ts";
import { reportedContributors } from "../periods/reported-contributors.ts";
import { procedure, router } from "../trpc.ts";
import { wire } from "../wire.ts";
import { figureFor, figureIn, MetricTermInput } from "./figures.ts";
import { answering, Scope, windowFor } from "./scope.ts";
import { Step, stepContributors } from "./step-contributors.ts";

const MetricScope = Scope.extend({ term: MetricTermInput });

const sorts = ["-effect", "effect", "name", "-name", "-opening", "opening", "-closing", "closing"] as const;

/** A figure; of a closed period also what was reported, or the close it comes from. */
interface FigureAnswer extends Figure {
  readonly reported?: ReportedBeside;
  readonly frozen?: ReturnType<typeof closeNote>;
}

/** Any registered metric by its term. */
export const metricsRouter = router({
  /**
   * One metric as a figure. Of a closed period it tells as `reported` what was frozen of it: close, value, exact parts, and
   * whether they differ; asked `told: "reported"` it is that figure itself, from the frozen record alone.
   */
  value: procedure
    .input(MetricScope)
    .query(async ({ ctx: { termwise }, input: { term, ...scope } }): Promise<FigureAnswer> => {
      if (scope.told === "reported") {
        const reported = await reportedFor(termwise, scope);
        return { ...reportedFigure(reported, term), frozen: closeNote(reported.close) };
      }
      const asked = await answering(termwise, scope);
      const figure = figureFor(asked, term);
      const [found = null] = await reportedViews(termwise, scope, [asked.period]);
      const reported = besideOf(found, figure);
      return reported ? { ...figure, reported } : figure;
    }),
  /** One metric in windows of the period's length that end month after month, the last at the period's end; closed ones beside what was reported. */
  series: procedure
    .input(MetricScope.extend({ points: z.int().min(1).max(60).default(13) }))
    .query(async ({ ctx: { termwise }, input: { term, points: count, ...scope } }) => {
      const asked = await answering(termwise, scope);
      const periods = seriesPeriods(asked.period, count, asked.lastClosed, asked.today);
      const frozen = await reportedViews(termwise, scope, periods);
      return periods.map((period, i): FigureAnswer => {
        const figure = figureFor(asked.over(period), term);
        const reported = besideOf(frozen[i] ?? null, figure);
        return reported ? { ...figure, reported } : figure;
      });
    }),
  /** One metric for each value of a dimension: ratios by the value at the opening, amounts by that of each day. */
  breakdown: procedure
    .input(MetricScope.extend({ by: z.enum(dimensions) }))
    .query(async ({ ctx: { termwise }, input: { term, by, ...scope } }) => {
      if (scope.told === "reported") return reportedBreakdown(termwise, scope, { term, by });
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
   * The accounts that add up to a metric, or to one step of the bridge behind it (`bridge:churn` of the ARR bridge or
   * `bridge:expansion:seats` of a reason in it, `cohort:churn` of the opening cohort's). `total` is the sum over all of them and equals the figure; `rows` are
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
      if (scope.told === "reported") {
        const reported = await reportedFor(termwise, scope);
        const told = await reportedContributors(termwise, reported, { term, step });
        const found = sorted(searched(told.rows, search), sort);
        const rows = found.slice((page - 1) * pageSize, page * pageSize);
        return wire({ ...told, found: found.length, page, pageSize, rows });
      }
      const asked = await answering(termwise, scope);
      const window = windowFor(asked);
      const figure = figureIn(asked, window, term);
      const facts = (await termwise.books()).factsAt(asked.recorded);
      const behind = step && stepContributors(window, step, saidOfLosses(facts, asked.book));
      const all = behind?.rows ?? contributorsOf(window, term);
      const found = sorted(searched(all, search), sort);
      const sum = (of: (row: Contributor) => bigint | null) =>
        all.reduce((total, row) => total + (of(row) ?? 0n), 0n);
      const numerator = sum((row) => row.numerator);
      const ratio = figure.unit === "ratio";
      const denominator = ratio && !step ? sum((row) => row.denominator) : null;
      const idsOf = externalIds(facts, asked.book);
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
          effect: behind
            ? points(numerator, behind.opening)
            : denominator === null
              ? null
              : points(numerator - denominator, denominator),
        },
        matches: behind
          ? numerator === behind.amount
          : String(numerator) === figure.numerator &&
            (denominator === null || String(denominator) === figure.denominator),
      });
    }),
});

function searched<Row extends Contributor>(rows: readonly Row[], search: string | undefined): Row[] {
  const wanted = search?.trim().toLowerCase() ?? "";
  return rows.filter((row) => row.name.toLowerCase().includes(wanted));
}

const size = (row: Contributor): bigint => {
  const part = row.denominator === null ? row.numerator : row.numerator - row.denominator;
  return part < 0n ? -part : part;
};

function sorted<Row extends Contributor>(rows: readonly Row[], sort: (typeof sorts)[number]): Row[] {
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
