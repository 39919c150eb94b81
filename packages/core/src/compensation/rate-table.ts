import { z } from "zod";
import {
  type Currency,
  compare,
  minorOf,
  minus,
  over,
  plus,
  type Rational,
  rational,
  times,
  zero,
} from "../kernel/index.ts";
import { Decimal, larger, minorUnits, ofPercent, Percent, smaller } from "./written.ts";

/**
 * A payout curve: at which attainment what share of the target is paid, both in per cent. Between two points it is
 * linear, or stays at the lower one (`steps`). Beyond the last point its slope goes on (`slope`) or it stays `level`.
 * Below the first point it pays nothing, or what the first point pays. `floor` and `cap` are the least and the most it
 * ever pays.
 */
export const PayoutCurve = z.strictObject({
  points: z
    .array(z.strictObject({ at: Percent, pays: Percent }))
    .min(1)
    .max(50),
  between: z.enum(["linear", "steps"]).default("linear"),
  beyond: z.enum(["slope", "level"]).default("slope"),
  below: z.enum(["nothing", "first"]).default("nothing"),
  floor: Percent.nullable().default(null),
  cap: Percent.nullable().default(null),
});
/** A payout curve. */
export type PayoutCurve = z.infer<typeof PayoutCurve>;

/**
 * Commission rates by bands. Rates are in per cent of what is credited, or of the base rate, which is the target over the
 * quota (`base_rate`): `100` pays the target for the quota, `150` one and a half times as much. The bounds are attainment of the quota in per cent (`quota`), or amounts credited so far in
 * major units (`amount`). A rate holds for what is credited within its band; once a `retroactive` band is reached its rate
 * holds for everything credited before it as well. A last band without an end goes on; with an end, nothing is paid beyond
 * it.
 */
export const RateBands = z.strictObject({
  scale: z.enum(["quota", "amount"]).default("quota"),
  of: z.enum(["credited", "base_rate"]).default("credited"),
  bands: z
    .array(
      z.strictObject({
        from: Decimal,
        to: Decimal.nullable(),
        rate: Percent,
        retroactive: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(50),
});
/** Commission rates by bands. */
export type RateBands = z.infer<typeof RateBands>;

/** The share of the target that a curve pays at an attainment, exactly. */
export function payoutAt(curve: PayoutCurve, attainment: Rational): Rational {
  const raw = curvePays(curve, attainment);
  const least = curve.floor === null ? raw : larger(raw, ofPercent(curve.floor));
  return curve.cap === null ? least : smaller(least, ofPercent(curve.cap));
}

function curvePays({ points, between, beyond, below }: PayoutCurve, attainment: Rational): Rational {
  const read = points.map(({ at, pays }) => ({ at: ofPercent(at), pays: ofPercent(pays) }));
  const next = read.findIndex(({ at }) => compare(attainment, at) < 0);
  const [first, last] = [read[0], read.at(-1)];
  if (!first || !last) return zero;
  if (next === 0) return below === "first" ? first.pays : zero;
  const from = next === -1 ? last : read[next - 1];
  const before = read.at(-2);
  if (!from) return zero;
  if (between === "steps" || (next === -1 && (beyond === "level" || !before))) return from.pays;
  const [a, b] = next === -1 ? [before ?? first, last] : [from, read[next] ?? last];
  const slope = over(minus(b.pays, a.pays), minus(b.at, a.at));
  return plus(a.pays, times(slope, minus(attainment, a.at)));
}

/** A band in minor units of what is credited. */
export interface AmountBand {
  readonly from: Rational;
  /** Null: without an end. */
  readonly to: Rational | null;
  readonly rate: Rational;
  readonly retroactive: boolean;
}

/** The bands of a table in minor units: those of a quota need the quota, those of a base rate the target of the quota too. */
export function bandsInMinorUnits(
  table: RateBands,
  quota: bigint,
  currency: Currency,
  target: bigint = 0n,
): AmountBand[] {
  const base = table.of === "credited" ? rational(1n) : quota === 0n ? zero : rational(target, quota);
  const bound = (text: string): Rational =>
    table.scale === "quota" ? times(ofPercent(text), minorUnits(quota)) : minorOf(text, currency);
  return table.bands.map(({ from, to, rate, retroactive }) => ({
    from: bound(from),
    to: to === null ? null : bound(to),
    rate: times(ofPercent(rate), base),
    retroactive,
  }));
}

/** What one band takes of everything credited so far, and what it pays for it; both in minor units, exact. */
export interface BandPart {
  readonly band: number;
  readonly amount: Rational;
  readonly rate: Rational;
}

/** How everything credited so far falls into the bands: the last retroactive one reached takes all that is below it. */
export function partsOf(bands: readonly AmountBand[], credited: Rational): BandPart[] {
  const end = bands.at(-1)?.to ?? null;
  const counted = end === null ? credited : smaller(credited, end);
  const lowest = bands.findLastIndex(({ from, retroactive }) => retroactive && compare(from, counted) <= 0);
  return bands.flatMap(({ from, to, rate }, band) => {
    if (band < lowest) return [];
    const upTo = to === null ? counted : smaller(counted, to);
    const amount = band === lowest ? upTo : minus(upTo, from);
    return amount.n > 0n ? [{ band, amount, rate }] : [];
  });
}

/** What bands pay for everything credited so far, in minor units, exact. It never falls as more is credited. */
export function commissionOn(bands: readonly AmountBand[], credited: Rational): Rational {
  return partsOf(bands, credited).reduce((sum, { amount, rate }) => plus(sum, times(amount, rate)), zero);
}
