import type { Rational } from "../kernel/index.ts";
import { type Part, rateAndMix } from "./decomposition.ts";
import { ratioText } from "./figure.ts";
import { partKey } from "./partition.ts";
import { roundedTogether } from "./rounded-together.ts";
import type { Total } from "./totals.ts";

/** The rates told of each part: three metrics, and three steps of the opening cohort's bridge as shares of the opening. */
export const segmentRates = ["nrr", "grr", "logo", "expansion", "contraction", "churn"] as const;
/** One of the rates told of each part. */
export type SegmentRate = (typeof segmentRates)[number];

/** The rates whose change is split into rate and mix. */
export const splitRates = ["nrr", "grr", "logo"] as const;
/** A rate whose change is split into rate and mix. */
export type SplitRate = (typeof splitRates)[number];

/** What one part did to the change of a rate; percentage points of two places that add up as printed. */
export interface SegmentShift {
  readonly values: readonly string[];
  readonly accounts: readonly [before: number, after: number];
  readonly rates: readonly [before: string | null, after: string | null];
  /** Shares of the base: of opening ARR, or of accounts for logo retention. */
  readonly weights: readonly [before: string | null, after: string | null];
  readonly rate: string;
  readonly mix: string;
}

/** The change of a rate as a bridge: `before` + every part's rate and mix = `after`. */
export interface SegmentSplit {
  readonly before: string | null;
  readonly after: string | null;
  readonly rate: string;
  readonly mix: string;
  readonly total: string;
  /** The largest part of the change first. */
  readonly parts: readonly SegmentShift[];
}

/** What is counted of one window. */
export interface Counted {
  readonly accounts: number;
  readonly opening: bigint;
  readonly sums: Readonly<Record<SegmentRate, Total>>;
}

/** A slice cut into parts: what is counted of the whole, and of each part. */
export interface Cut {
  readonly whole: Counted;
  readonly parts: ReadonlyMap<string, { readonly values: readonly string[]; readonly own: Counted }>;
}

/** A ratio of two sums as figures carry it; `null` without a base. */
export const rateOf = ({ numerator, denominator }: Total): string | null =>
  ratioText(numerator, denominator ?? 0n);

const nothing: Total = { numerator: 0n, denominator: 0n };
const isNothing = ({ numerator, denominator }: Total): boolean => numerator === 0n && !denominator;

/** Splits the change of one rate over the parts of two cuts; `null` where the parts are not the whole. */
export function splitOf(of: SplitRate, now: Cut, then: Cut | null): SegmentSplit | null {
  if (then === null) return null;
  const keys = [...new Set([...then.parts.keys(), ...now.parts.keys()])];
  const sides = keys
    .map((key) => {
      const [before, after] = [then.parts.get(key), now.parts.get(key)];
      return {
        values: (after ?? before)?.values ?? [],
        accounts: [before?.own.accounts ?? 0, after?.own.accounts ?? 0] as const,
        before: before?.own.sums[of] ?? nothing,
        after: after?.own.sums[of] ?? nothing,
      };
    })
    // A part that only began within the period has no weight in either.
    .filter(({ before, after }) => !isNothing(before) || !isNothing(after));
  const pair = ({ numerator, denominator }: Total) => ({ numerator, denominator: denominator ?? 0n });
  const parts = sides.map(({ before, after }): Part => ({ before: pair(before), after: pair(after) }));
  const sum = (read: (part: Part) => bigint) => parts.reduce((total, part) => total + read(part), 0n);
  const [before, after] = [pair(then.whole.sums[of]), pair(now.whole.sums[of])];
  if (
    sum((p) => p.before.numerator) !== before.numerator ||
    sum((p) => p.after.numerator) !== after.numerator
  )
    return null;
  const split = rateAndMix(parts);
  if (split === null) return null;
  const inPoints = ({ n, d }: Rational): Rational => ({ n: n * 100n, d });
  // The two causes first, as they are told of the whole; then each among the parts.
  const whole = roundedTogether([split.rate, split.mix].map(inPoints), 2);
  const [rate = "0.00", mix = "0.00"] = whole.parts;
  const among = (cause: "rate" | "mix", printed: string) =>
    roundedTogether(
      split.parts.map((part) => inPoints(part[cause])),
      2,
      printed,
    ).parts;
  const [rates, mixes] = [among("rate", rate), among("mix", mix)];
  const sized = (text: string | undefined) => Number((text ?? "0").replace(".", ""));
  const weigh = (part: bigint, base: bigint) => ratioText(part, base);
  const rows = sides.map((side, i) => ({
    row: {
      values: side.values,
      accounts: side.accounts,
      rates: [rateOf(side.before), rateOf(side.after)] as const,
      weights: [
        weigh(side.before.denominator ?? 0n, before.denominator),
        weigh(side.after.denominator ?? 0n, after.denominator),
      ] as const,
      rate: rates[i] ?? "0.00",
      mix: mixes[i] ?? "0.00",
    },
    size: Math.abs(sized(rates[i]) + sized(mixes[i])),
  }));
  rows.sort((a, b) => b.size - a.size || (partKey(a.row.values) < partKey(b.row.values) ? -1 : 1));
  return {
    before: ratioText(before.numerator, before.denominator),
    after: ratioText(after.numerator, after.denominator),
    rate,
    mix,
    total: whole.total,
    parts: rows.map(({ row }) => row),
  };
}
