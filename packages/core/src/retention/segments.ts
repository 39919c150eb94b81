import type { Dimension } from "../facts/index.ts";
import { decimalText, type Period, rational, times } from "../kernel/index.ts";
import type { Slice } from "./attributes.ts";
import type { Book } from "./book.ts";
import { breakdownOf, type Part, rateAndMix } from "./breakdown.ts";
import { metricTotal, ratioText } from "./figure.ts";
import { points } from "./points.ts";
import type { RetentionPolicy } from "./policy.ts";
import { type Window, windowOf } from "./window.ts";

/** Fewer accounts than this make a rate an anecdote: it is shown marked, without a change. */
export const lowCount = 10;

/** One value of a dimension: its share of the opening, its rates, and NRR in the period compared with. */
export interface SegmentRow {
  readonly value: string;
  readonly accounts: number;
  readonly opening: bigint;
  readonly nrr: string | null;
  readonly grr: string | null;
  readonly nrrCompare: string | null;
  /** Change of NRR in percentage points; `null` without one side, or where few accounts make it noise. */
  readonly change: string | null;
  /** Share of the opening ARR. */
  readonly share: string | null;
  readonly low: boolean;
}

/** NRR and GRR by a dimension, and how its change splits into rates and mix. */
export interface Segments {
  readonly by: Dimension;
  readonly rows: readonly SegmentRow[];
  readonly all: SegmentRow;
  /** Percentage points that add up: what the parts' own rates did, and what their weights did. */
  readonly decomposition: { readonly rate: string; readonly mix: string; readonly total: string } | null;
}

function rowOf(value: string, now: Window, before: Window | null, whole: bigint): SegmentRow {
  const [nrr, grr] = [metricTotal(now, "nrr"), metricTotal(now, "grr")];
  const accounts = metricTotal(now, "opening-arr").contributors;
  const then = before && metricTotal(before, "nrr");
  const base = nrr.denominator ?? 0n;
  const low = accounts < lowCount;
  const both = then?.denominator && base !== 0n ? then.denominator : null;
  return {
    value,
    accounts,
    opening: base,
    nrr: ratioText(nrr.numerator, base),
    grr: ratioText(grr.numerator, grr.denominator ?? 0n),
    nrrCompare: then ? ratioText(then.numerator, then.denominator ?? 0n) : null,
    change:
      low || both === null || !then
        ? null
        : points(nrr.numerator * both - then.numerator * base, base * both),
    share: ratioText(base, whole),
    low,
  };
}

/** NRR and GRR of each value of a dimension in a window, against the same in `compare` when there is one. */
export function segmentsOf(book: Book, { period, compare, policy, by, slice }: SegmentQuestion): Segments {
  const now = windowOf(book, period, policy, slice);
  const before = compare && windowOf(book, compare, policy, slice);
  const whole = metricTotal(now, "nrr").denominator ?? 0n;
  const parts = breakdownOf(book, period, policy, by, slice);
  const then = new Map(
    compare === null
      ? []
      : breakdownOf(book, compare, policy, by, slice).map((p) => [p.value, p.window] as const),
  );
  const rows = parts
    .map(({ value, window }) => rowOf(value, window, then.get(value) ?? null, whole))
    .filter((row) => row.opening > 0n)
    .sort((a, b) =>
      a.opening === b.opening ? (a.value < b.value ? -1 : 1) : a.opening > b.opening ? -1 : 1,
    );
  const all = rowOf("", now, before, whole);
  return { by, rows, all, decomposition: compare === null ? null : decomposed(parts, then) };
}

/** Which dimension of which window, compared with which. */
export interface SegmentQuestion {
  readonly period: Period;
  readonly compare: Period | null;
  readonly policy: RetentionPolicy;
  readonly by: Dimension;
  readonly slice: Slice;
}

function decomposed(
  now: readonly { value: string; window: Window }[],
  then: ReadonlyMap<string, Window>,
): Segments["decomposition"] {
  const nothing = { numerator: 0n, denominator: 0n };
  const side = (window: Window | undefined): Part["before"] => {
    if (!window) return nothing;
    const { numerator, denominator } = metricTotal(window, "nrr");
    return { numerator, denominator: denominator ?? 0n };
  };
  const windows = new Map(now.map((part) => [part.value, part.window]));
  const values = [...new Set([...windows.keys(), ...then.keys()])].sort();
  const split = rateAndMix(
    values.map((value) => ({ before: side(then.get(value)), after: side(windows.get(value)) })),
  );
  if (split === null) return null;
  const pp = (of: typeof split.rate) => decimalText(times(of, rational(100n)), 4);
  return { rate: pp(split.rate), mix: pp(split.mix), total: pp(split.total) };
}
