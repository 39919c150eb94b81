import {
  type Currency,
  currencyDigits,
  decimalText,
  type Rational,
  rational,
  rationalOf,
  round,
  times,
} from "../../kernel/index.ts";

/** What a value is counted in: shares in millionths, as figures carry them; money in minor units; accounts one by one. */
export type NumberUnit = "ratio" | "money" | "count";

const millionths = rational(1_000_000n);

/** A value in the whole units it is compared in. */
export function unitsOf(value: Rational, unit: NumberUnit): bigint {
  return round(unit === "ratio" ? times(value, millionths) : value);
}

/** Whole units as figures carry them: a share with six decimals, else the whole number. */
export function unitsText(units: bigint, unit: NumberUnit): string {
  return unit === "ratio" ? decimalText(rational(units, 1_000_000n), 6) : String(units);
}

/**
 * How far a value may be from another and still be the one somebody wrote down: half of the last place they gave of a
 * share, half of a whole unit of the currency, nothing for a count. In the units of {@link unitsOf}.
 */
export function tolerance(written: string, unit: NumberUnit, currency: Currency | null): bigint {
  if (unit === "count") return 0n;
  if (unit === "money") return currency === null ? 0n : 10n ** BigInt(currencyDigits(currency)) / 2n;
  const places = Math.max(2, written.split(".")[1]?.length ?? 0);
  return places >= 6 ? 0n : 10n ** BigInt(6 - places) / 2n;
}

/** A reported value in units. */
export const reportedUnits = (written: string, unit: NumberUnit): bigint =>
  unitsOf(rationalOf(written), unit);

/**
 * Shares a whole number out over exact parts that come to it but for rounding: each part gets its whole units, and what is
 * left goes to the largest remainders, so that the shares add up to the whole exactly.
 */
export function shareOut(whole: bigint, parts: readonly Rational[]): bigint[] {
  if (parts.length === 0) return [];
  const shares = parts.map(({ n, d }) => (n >= 0n ? n / d : -((-n + d - 1n) / d)));
  const remainders = parts
    .map(({ n, d }, index) => ({ index, rest: rational(n - (shares[index] ?? 0n) * d, d) }))
    .sort((a, b) => Number(b.rest.n * a.rest.d - a.rest.n * b.rest.d > 0n) * 2 - 1 || a.index - b.index);
  let left = whole - shares.reduce((sum, share) => sum + share, 0n);
  const step = left < 0n ? -1n : 1n;
  const order = left < 0n ? remainders.toReversed() : remainders;
  for (let turn = 0; left !== 0n; turn = (turn + 1) % order.length) {
    const at = order[turn]?.index ?? 0;
    shares[at] = (shares[at] ?? 0n) + step;
    left -= step;
  }
  return shares;
}
