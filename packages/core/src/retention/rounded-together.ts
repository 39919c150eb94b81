import {
  decimalText,
  plus,
  type Rational,
  rational,
  rationalOf,
  round,
  times,
  zero,
} from "../kernel/index.ts";

/** Parts of a sum as decimals that add up, digit by digit, to the sum as it is printed. */
export interface RoundedTogether {
  readonly parts: readonly string[];
  readonly total: string;
}

/** The whole number at or below a fraction. */
function floor({ n, d }: Rational): bigint {
  const whole = n / d;
  return n < 0n && whole * d !== n ? whole - 1n : whole;
}

/**
 * Rounds the parts of a sum so that what is printed adds up to the rounded sum: each is rounded down, and what is then
 * missing goes to those that lost most (ties to the earlier part). No part is moved by a whole last digit. Where the sum
 * is itself a part of a larger one, and was rounded with it, it is given as it was `printed`.
 */
export function roundedTogether(
  parts: readonly Rational[],
  digits: number,
  printed?: string,
): RoundedTogether {
  const scale = rational(10n ** BigInt(digits));
  const exact = parts.map((part) => times(part, scale));
  const total =
    printed === undefined ? round(exact.reduce(plus, zero)) : round(times(rationalOf(printed), scale));
  const whole = exact.map(floor);
  const rest = exact.map((part, i) => ({ i, rest: rational(part.n - (whole[i] ?? 0n) * part.d, part.d) }));
  rest.sort((a, b) => {
    const apart = b.rest.n * a.rest.d - a.rest.n * b.rest.d;
    return apart === 0n ? a.i - b.i : apart > 0n ? 1 : -1;
  });
  let missing = total - whole.reduce((sum, part) => sum + part, 0n);
  for (const { i } of rest) {
    if (missing <= 0n) break;
    whole[i] = (whole[i] ?? 0n) + 1n;
    missing -= 1n;
  }
  const text = (of: bigint) => decimalText({ n: of, d: scale.n }, digits);
  return { parts: whole.map(text), total: text(total) };
}
