import type { Dimension } from "../facts/index.ts";
import type { Period } from "../kernel/index.ts";
import type { Slice } from "./attributes.ts";
import type { Book } from "./book.ts";
import { valuesOf } from "./breakdown.ts";
import { type Part, rateAndMix } from "./decomposition.ts";
import { ratioText } from "./figure.ts";
import { points } from "./points.ts";
import { roundedTogether } from "./rounded-together.ts";
import type { Total, Totals } from "./totals.ts";

/** Fewer accounts than this make a rate an anecdote: it is shown marked, without a change. */
export const lowCount = 10;

/** More parts than this cannot be told apart in one picture: the smaller ones are shown as one. */
const mostParts = 8;

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
  /** The largest first. */
  readonly rows: readonly SegmentRow[];
  /** The rows after the eighth as one, and the values it stands for; `null` where there are none. */
  readonly other: (SegmentRow & { readonly values: readonly string[] }) | null;
  readonly all: SegmentRow;
  /** Percentage points of two places that add up as printed: what the parts' own rates did, and what their weights did. */
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
  const rest = rows.slice(mostParts).map(({ value }) => value);
  const small = parts.filter(({ value }) => rest.includes(value));
  return {
    by,
    rows,
    other:
      rest.length === 0
        ? null
        : {
            ...rowOf(
              "",
              {
                nrr: sumOf(small.map(({ now }) => now.nrr)),
                grr: sumOf(small.map(({ now }) => now.grr)),
                "logo-retention": sumOf(small.map(({ now }) => now["logo-retention"])),
              },
              compare && sumOf(small.flatMap(({ earlier }) => earlier ?? [])),
              whole,
            ),
            values: rest,
          },
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

const sumOf = (all: readonly Total[]): Total => ({
  numerator: all.reduce((sum, { numerator }) => sum + numerator, 0n),
  denominator: all.reduce((sum, { denominator }) => sum + (denominator ?? 0n), 0n),
});

function decomposed(parts: readonly Part[]): Segments["decomposition"] {
  const split = rateAndMix(parts);
  if (split === null) return null;
  const shares = [split.rate, split.mix].map(({ n, d }) => ({ n: n * 100n, d }));
  const { parts: printed, total } = roundedTogether(shares, 2);
  return { rate: printed[0] ?? "0.00", mix: printed[1] ?? "0.00", total };
}
