import { Failure } from "./failure.ts";

/** An exact fraction, always in lowest terms with a positive denominator. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction `n / d` in lowest terms; `d` must not be 0. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError("a fraction with denominator 0");
  const g = gcd(n, d) || 1n;
  return d < 0n ? { n: -n / g, d: -d / g } : { n: n / g, d: d / g };
}

/** Zero. */
export const zero: Rational = { n: 0n, d: 1n };
/** `a + b`. */
export const plus = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
/** The sum of many: those of one denominator first, so that fractions are brought to one another a few times alone. */
export function sumOf(many: Iterable<Rational>): Rational {
  const parts = new Map<bigint, bigint>();
  for (const { n, d } of many) parts.set(d, (parts.get(d) ?? 0n) + n);
  let sum = zero;
  for (const [d, n] of parts) sum = plus(sum, rational(n, d));
  return sum;
}
/** `a - b`. */
export const minus = (a: Rational, b: Rational): Rational => plus(a, { n: -b.n, d: b.d });
/** `a * b`. */
export const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
/** `a / b`; `b` must not be 0. */
export const over = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n);
/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
export const compare = (a: Rational, b: Rational): -1 | 0 | 1 => {
  const diff = a.n * b.d - b.n * a.d;
  return diff < 0n ? -1 : diff > 0n ? 1 : 0;
};

/** The nearest integer, halves away from zero: how money is rounded, once, on output. */
export function round(of: Rational): bigint {
  const twice = 2n * of.n;
  return twice >= 0n ? (twice + of.d) / (2n * of.d) : -((-twice + of.d) / (2n * of.d));
}

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a plain decimal (`-12.50`) exactly; throws a `bad_input` {@link Failure} otherwise. */
export function rationalOf(text: string): Rational {
  const m = decimal.exec(text);
  if (!m) throw new Failure("bad_input", `"${text}" is not a decimal number`);
  const fraction = m[3] ?? "";
  const n = BigInt(`${m[2]}${fraction}`);
  return rational(m[1] === "-" ? -n : n, 10n ** BigInt(fraction.length));
}

/** A share in per cent, with exactly `digits` places: two thirds with one are `66.7`. */
export const perCentText = (share: Rational, digits: number): string =>
  decimalText(times(share, rational(100n)), digits);

/** A plain decimal with exactly `digits` places, halves away from zero. */
export function decimalText(of: Rational, digits: number): string {
  const scaled = round(times(of, rational(10n ** BigInt(digits))));
  const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, "0");
  const body = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return scaled < 0n ? `-${body}` : body;
}
