import type { Dimension } from "../facts/index.ts";
import { type Day, type Month, monthOf, type Period } from "../kernel/index.ts";
import type { Slice } from "./attributes.ts";
import type { Book } from "./book.ts";
import { type CohortBridgeStepKind, cohortBridgeAmount } from "./bridge.ts";
import { metricTotal, ratioText } from "./figure.ts";
import { type MetricTerm, retainedFlows } from "./metrics.ts";
import { partitionOf, partKey, partSlice } from "./partition.ts";
import { points } from "./points.ts";
import type { RetentionPolicy } from "./policy.ts";
import {
  type Counted,
  type Cut,
  rateOf,
  type SegmentRate,
  type SegmentSplit,
  type SplitRate,
  splitOf,
} from "./segment-split.ts";
import { lowCount } from "./segments.ts";
import type { Total, Totals } from "./totals.ts";
import { type Window, windowOf } from "./window.ts";

const terms: Readonly<Record<SplitRate, MetricTerm>> = { nrr: "nrr", grr: "grr", logo: "logo-retention" };

/** A rate of a part: a share (signed for losses), and its change in percentage points. */
export interface SegmentValue {
  readonly value: string | null;
  /** `null` without a comparison, and where few accounts on either side make it noise. */
  readonly change: string | null;
}

/** One part of the slice, or the whole of it (`values` empty). */
export interface SegmentLine {
  readonly values: readonly string[];
  /** Accounts with ARR at the opening that the rates stand on. */
  readonly accounts: number;
  readonly accountsBefore: number | null;
  readonly opening: bigint;
  readonly openingBefore: bigint | null;
  readonly share: string | null;
  readonly low: boolean;
  readonly rates: Readonly<Record<SegmentRate, SegmentValue>>;
  /** NRR in the windows of the series, in their order. */
  readonly series: readonly (string | null)[];
}

/** Every part of a slice by one or two dimensions, the whole they add up to, and what moved the whole. */
export interface SegmentTable {
  readonly rows: readonly SegmentLine[];
  readonly all: SegmentLine;
  readonly series: readonly { readonly period: string; readonly on: Day; readonly open: boolean }[];
  /** `null` without a period to compare with, or where a rate is no sum over parts (the whole-book minimum). */
  readonly splits: Readonly<Record<SplitRate, SegmentSplit | null>>;
}

/** Which parts of which window, compared with which. Each period is counted by the book and policy given for it. */
export interface SegmentTableQuestion {
  readonly period: Period;
  readonly compare: Period | null;
  readonly by: readonly Dimension[];
  readonly slice: Slice;
  readonly series: readonly Period[];
  readonly lastClosed: Month;
  readonly over: (period: Period) => { readonly book: Book; readonly policy: RetentionPolicy };
  /** Where the sums of the series come from, where many windows are quick to sum; else they are folded. */
  readonly totals?: Totals | undefined;
}

function counted(window: Window): Counted {
  let [accounts, opening] = [0, 0n];
  for (const w of window.accounts) {
    const own = retainedFlows(w, window).opening;
    if (own > 0n) accounts += 1;
    opening += own;
  }
  const step = (kind: CohortBridgeStepKind): Total => ({
    numerator: window.accounts.reduce((sum, w) => sum + cohortBridgeAmount(w, kind, window), 0n),
    denominator: opening,
  });
  return {
    accounts,
    opening,
    sums: {
      nrr: metricTotal(window, terms.nrr),
      grr: metricTotal(window, terms.grr),
      logo: metricTotal(window, terms.logo),
      expansion: step("expansion"),
      contraction: step("contraction"),
      churn: step("churn"),
    },
  };
}

function changeOf(now: Total, before: Total | undefined): string | null {
  const [base, then] = [now.denominator ?? 0n, before?.denominator ?? 0n];
  return before === undefined ? null : points(now.numerator * then - before.numerator * base, base * then);
}

function lineOf(
  values: readonly string[],
  now: Counted,
  { before, whole, series }: { before: Counted | null; whole: bigint; series: readonly (string | null)[] },
): SegmentLine {
  const low = now.accounts < lowCount;
  const comparable = before !== null && !low && before.accounts >= lowCount;
  const rate = (of: SegmentRate): SegmentValue => ({
    value: rateOf(now.sums[of]),
    change: comparable ? changeOf(now.sums[of], before.sums[of]) : null,
  });
  return {
    values,
    accounts: now.accounts,
    accountsBefore: before?.accounts ?? null,
    opening: now.opening,
    openingBefore: before?.opening ?? null,
    share: ratioText(now.opening, whole),
    low,
    rates: {
      nrr: rate("nrr"),
      grr: rate("grr"),
      logo: rate("logo"),
      expansion: rate("expansion"),
      contraction: rate("contraction"),
      churn: rate("churn"),
    },
    series,
  };
}

/** The parts of a slice side by side. Throws `rate_missing` when an amount cannot be converted. */
export function segmentTableOf(asked: SegmentTableQuestion): SegmentTable {
  const { by, slice } = asked;
  const cutOf = (period: Period): Cut => {
    const { book, policy } = asked.over(period);
    return {
      whole: counted(windowOf(book, period, policy, slice)),
      parts: new Map(
        partitionOf(book, period, policy, by, slice).map(({ values, window }) => [
          partKey(values),
          { values, own: counted(window) },
        ]),
      ),
    };
  };
  const [now, then] = [cutOf(asked.period), asked.compare && cutOf(asked.compare)];
  const keys = [...now.parts].map(([key, { values }]) => ({ key, values }));
  const series = asked.series.map((period) => ({ period, nrr: nrrOver(asked, period, keys) }));
  const rows = [...now.parts]
    .map(([key, { values, own }]) =>
      lineOf(values, own, {
        before: then?.parts.get(key)?.own ?? null,
        whole: now.whole.opening,
        series: series.map(({ nrr }) => nrr.parts.get(key) ?? null),
      }),
    )
    // A part without an opening is told where it adds to the whole all the same: by what it won back.
    .filter((row) => row.opening > 0n || now.parts.get(partKey(row.values))?.own.sums.nrr.numerator !== 0n)
    .sort((a, b) =>
      a.opening === b.opening
        ? partKey(a.values) < partKey(b.values)
          ? -1
          : 1
        : a.opening > b.opening
          ? -1
          : 1,
    );
  return {
    rows,
    all: lineOf([], now.whole, {
      before: then?.whole ?? null,
      whole: now.whole.opening,
      series: series.map(({ nrr }) => nrr.whole),
    }),
    series: series.map(({ period }) => ({
      period: period.text,
      on: period.to,
      open: monthOf(period.to) > asked.lastClosed,
    })),
    splits: {
      nrr: splitOf("nrr", now, then),
      grr: splitOf("grr", now, then),
      logo: splitOf("logo", now, then),
    },
  };
}

interface Named {
  readonly key: string;
  readonly values: readonly string[];
}

/** NRR of the whole and of the parts in one window of the series. It is a ratio of sums, so the parts make the whole. */
function nrrOver({ by, slice, over, totals }: SegmentTableQuestion, period: Period, parts: readonly Named[]) {
  if (totals)
    return {
      whole: rateOf(totals(terms.nrr, period, slice)),
      parts: new Map(
        parts.map(({ key, values }) => [
          key,
          rateOf(totals(terms.nrr, period, partSlice(slice, by, values))),
        ]),
      ),
    };
  const { book, policy } = over(period);
  const sums = partitionOf(book, period, policy, by, slice).map(({ values, window }) => ({
    key: partKey(values),
    sum: metricTotal(window, terms.nrr),
  }));
  const all = (of: "numerator" | "denominator") =>
    sums.reduce((total, { sum }) => total + (sum[of] ?? 0n), 0n);
  return {
    whole: rateOf({ numerator: all("numerator"), denominator: all("denominator") }),
    parts: new Map(sums.map(({ key, sum }) => [key, rateOf(sum)])),
  };
}
