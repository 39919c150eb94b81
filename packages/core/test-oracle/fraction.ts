/** An exact fraction, never reduced: plain school arithmetic. */
export interface Fraction {
  n: bigint;
  d: bigint;
}

/** Reads `12.50` as 1250/100. */
export function fractionOf(decimal: string): Fraction {
  const [whole = "0", part = ""] = decimal.split(".");
  return { n: BigInt(whole + part), d: 10n ** BigInt(part.length) };
}

/** The product. */
export const product = (...all: Fraction[]): Fraction =>
  all.reduce((a, b) => ({ n: a.n * b.n, d: a.d * b.d }), { n: 1n, d: 1n });

/** The sum. */
export const sum = (all: readonly Fraction[]): Fraction =>
  all.reduce((a, b) => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d }), { n: 0n, d: 1n });

/** The nearest whole number; halves go away from zero. */
export function rounded({ n, d }: Fraction): bigint {
  const size = n < 0n ? -n : n;
  const whole = size / d;
  const up = (size % d) * 2n >= d ? whole + 1n : whole;
  return n < 0n ? -up : up;
}

/** Decimal places of the currencies the worlds use. */
export const places: Readonly<Record<string, bigint>> = { USD: 2n, EUR: 2n, GBP: 2n, JPY: 0n, KWD: 3n };
