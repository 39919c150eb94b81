import type { Dimension } from "../facts/index.ts";
import { decimalText, type Period, rational, times } from "../kernel/index.ts";
import type { Slice } from "./attributes.ts";
import type { Book } from "./book.ts";
import { type Part, rateAndMix, valuesOf } from "./breakdown.ts";
import { ratioText } from "./figure.ts";
import { points } from "./points.ts";
import type { Total, Totals } from "./totals.ts";

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

type Sums = Readonly<Record<"nrr" | "grr" | "logo-retention", Total>>;

function rowOf(value: string, { nrr, grr, ...now }: Sums, then: Total | null, whole: bigint): SegmentRow {
  const accounts = Number(now["logo-retention"].denominator ?? 0n);
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

/** NRR and GRR of each value of a dimension in a period, against the same in `compare` when there is one. */
export function segmentsOf(book: Book, { period, compare, by, slice, totals }: SegmentQuestion): Segments {
  const sums = (own: Slice): Sums => ({
    nrr: totals("nrr", period, own),
    grr: totals("grr", period, own),
    "logo-retention": totals("logo-retention", period, own),
  });
  const before = (own: Slice) => compare && totals("nrr", compare, own);
  const periods = compare === null ? [period] : [compare, period];
  const values = [...new Set(periods.flatMap((p) => valuesOf(book, by, p)))].filter(
    (value) => slice[by]?.includes(value) ?? true,
  );
  const all = sums(slice);
  const whole = all.nrr.denominator ?? 0n;
  const parts = values.map((value) => {
    const own = { ...slice, [by]: [value] };
    return { value, now: sums(own), earlier: before(own) };
  });
  const rows = parts
    .map(({ value, now, earlier }) => rowOf(value, now, earlier, whole))
    .filter((row) => row.opening > 0n)
    .sort((a, b) =>
      a.opening === b.opening ? (a.value < b.value ? -1 : 1) : a.opening > b.opening ? -1 : 1,
    );
  return {
    by,
    rows,
    all: rowOf("", all, before(slice), whole),
    decomposition: decomposed(
      parts.flatMap(({ now, earlier }) => (earlier ? [{ before: side(earlier), after: side(now.nrr) }] : [])),
    ),
  };
}

/** Which dimension of which window, compared with which. */
export interface SegmentQuestion {
  readonly period: Period;
  readonly compare: Period | null;
  readonly by: Dimension;
  readonly slice: Slice;
  /** Where the sums come from: they must be of this book. */
  readonly totals: Totals;
}

const side = ({ numerator, denominator }: Total): Part["before"] => ({
  numerator,
  denominator: denominator ?? 0n,
});

function decomposed(parts: readonly Part[]): Segments["decomposition"] {
  const split = rateAndMix(parts);
  if (split === null) return null;
  const pp = (of: typeof split.rate) => decimalText(times(of, rational(100n)), 4);
  return { rate: pp(split.rate), mix: pp(split.mix), total: pp(split.total) };
}
