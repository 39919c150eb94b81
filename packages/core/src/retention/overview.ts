import type { Dimension } from "../facts/index.ts";
import {
  atOnce,
  type Day,
  firstDayOf,
  lastDayOf,
  type Month,
  monthIndex,
  monthOf,
  type Period,
  type Steps,
  shiftMonth,
} from "../kernel/index.ts";
import type { Slice } from "./attributes.ts";
import type { Book } from "./book.ts";
import { type Bridge, type CohortBridgeStepKind, cohortBridgeOf } from "./bridge.ts";
import { ratioText } from "./figure.ts";
import { headlineOf, summaryOf } from "./headline.ts";
import type { MetricTerm } from "./metrics.ts";
import { type Movers, moversOf } from "./movers.ts";
import type { RetentionPolicy } from "./policy.ts";
import { type Segments, segmentsOf } from "./segments.ts";
import { type Totals, totalsOf } from "./totals.ts";
import { type Window, windowInSteps } from "./window.ts";

/** The six figures of the overview, by the name of their tile. */
export const overviewFigures = {
  nrr: "nrr",
  grr: "grr",
  gap: "nrr-grr-gap",
  logo: "logo-retention",
  opening: "opening-arr",
  closing: "closing-cohort-arr",
} as const satisfies Record<string, MetricTerm>;

/** The value of one metric in windows of one length that end month after month. */
export interface SeriesPoint {
  readonly period: string;
  /** The first day of the window; it ends `on`. */
  readonly from: Day;
  readonly on: Day;
  readonly value: string | null;
  /** The window ends after the last closed month: its value is "to date". */
  readonly open: boolean;
}

/** The page for the weekly review: everything on it is computed from the same windows. */
export interface Overview {
  readonly now: Window;
  readonly before: Window | null;
  readonly headline: string | null;
  readonly summary: string | null;
  readonly series: Readonly<Record<keyof typeof overviewFigures, readonly SeriesPoint[]>>;
  readonly bridge: Bridge<CohortBridgeStepKind>;
  readonly movers: Movers;
  readonly segments: Segments;
}

/** What the overview is asked for. `lastClosed` is the last month whose figures are final; windows "to date" end `today`. */
export interface OverviewQuestion {
  readonly period: Period;
  readonly compare: Period | null;
  /** The book and policy the period compared with is counted by, where they are others than those of the period. */
  readonly compareUnder?: { readonly book: Book; readonly policy: RetentionPolicy } | null;
  readonly policy: RetentionPolicy;
  readonly slice: Slice;
  readonly by: Dimension;
  readonly lastClosed: Month;
  readonly today: Day;
  readonly points: number;
  /** Where sums over many windows come from; the plain fold when it is not given. Must be of this book and policy. */
  readonly totals?: Totals;
}

/**
 * Windows of the length of `period` ending in each of `points` months up to its own end, and, when that is the last
 * closed month, one more that ends `today`: contract ends still to come this month are not losses yet. A period that
 * is not whole months has no such series: it stands alone.
 */
export function seriesPeriods(period: Period, points: number, lastClosed: Month, today: Day): Period[] {
  const [first, last] = [monthOf(period.from), monthOf(period.to)];
  if (period.from !== firstDayOf(first) || period.to !== lastDayOf(last)) return [period];
  const length = monthIndex(last) - monthIndex(first) + 1;
  const ends = Array.from({ length: points }, (_, i) => shiftMonth(last, i + 1 - points));
  if (last === lastClosed) ends.push(shiftMonth(last, 1));
  return ends.map((end) => {
    const from = firstDayOf(shiftMonth(end, 1 - length));
    if (monthOf(today) === end && today < lastDayOf(end))
      return { text: `${from}..${today}`, from, to: today };
    return { text: length === 12 ? `ttm:${end}` : `t${length}m:${end}`, from, to: lastDayOf(end) };
  });
}

/** Computes the overview of a book. Throws `rate_missing` when an amount of the page cannot be converted. */
export function overviewOf(book: Book, asked: OverviewQuestion): Overview {
  return atOnce(overviewInSteps(book, asked));
}

/** {@link overviewOf} of a large book: others can be let in between its steps. */
export function* overviewInSteps(book: Book, asked: OverviewQuestion): Steps<Overview> {
  const { period, compare, policy, slice, by, lastClosed, points } = asked;
  const totals = asked.totals ?? totalsOf(book, policy);
  const now = yield* windowInSteps(book, period, policy, slice);
  const under = asked.compareUnder ?? { book, policy };
  const before = compare && (yield* windowInSteps(under.book, compare, under.policy, slice));
  const periods = seriesPeriods(period, points, lastClosed, asked.today);
  const seriesOf = (term: MetricTerm): SeriesPoint[] =>
    periods.map((p) => {
      const { numerator, denominator } = totals(term, p, slice);
      return {
        period: p.text,
        from: p.from,
        on: p.to,
        value: denominator === null ? String(numerator) : ratioText(numerator, denominator),
        open: monthOf(p.to) > lastClosed,
      };
    });
  const bridge = cohortBridgeOf(now);
  yield;
  const movers = moversOf(now, 10);
  yield;
  const series = {
    nrr: seriesOf(overviewFigures.nrr),
    grr: seriesOf(overviewFigures.grr),
    gap: seriesOf(overviewFigures.gap),
    logo: seriesOf(overviewFigures.logo),
    opening: seriesOf(overviewFigures.opening),
    closing: seriesOf(overviewFigures.closing),
  };
  yield;
  const headline = headlineOf(now, before, bridge);
  yield;
  const summary = summaryOf(now, bridge, movers);
  yield;
  const segments = segmentsOf(book, { period, compare, by, slice, totals });
  return { now, before, headline, summary, series, bridge, movers, segments };
}
