import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Failure } from "./failure.ts";

import {
  compare,
  decimalText,
  minus,
  over,
  plus,
  rational,
  rationalOf,
  round,
  times,
  zero,
} from "./rational.ts";

const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const anyFraction = fc
  .tuple(
    whole,
    whole.filter((d) => d !== 0n),
  )
  .map(([n, d]) => rational(n, d));
const one = rational(1n);
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));

describe("fractions form a field", () => {
  it("sums and products do not depend on order or grouping", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(plus(a, b)).toEqual(plus(b, a));
        expect(times(a, b)).toEqual(times(b, a));
        expect(plus(plus(a, b), c)).toEqual(plus(a, plus(b, c)));
        expect(times(times(a, b), c)).toEqual(times(a, times(b, c)));
        expect(times(a, plus(b, c))).toEqual(plus(times(a, b), times(a, c)));
      }),
    );
  });
  it("nought and one change nothing; what is taken away or divided comes back", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect([plus(a, zero), times(a, one), minus(a, a)]).toEqual([a, a, zero]);
        expect(plus(minus(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(times(over(a, b), b)).toEqual(a);
      }),
    );
  });
  it("are always in lowest terms with a positive denominator", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        for (const { n, d } of [plus(a, b), minus(a, b), times(a, b)]) {
          expect(d > 0n).toBe(true);
          expect(gcd(n, d)).toBe(n === 0n ? d : 1n);
        }
      }),
    );
    expect(rational(0n, -7n)).toEqual(zero);
  });
  it("are ordered as their differences say", () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(compare(a, b)).toBe(compare(minus(a, b), zero));
        expect(compare(a, b) + compare(b, a)).toBe(0);
      }),
    );
  });
  it("have no denominator 0", () => {
    expect(() => rational(1n, 0n)).toThrow(RangeError);
    expect(() => over(one, zero)).toThrow(RangeError);
  });
});

describe("rounding", () => {
  it.each([
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [3n, 2n, 2n],
    [-3n, 2n, -2n],
    [49n, 100n, 0n],
    [-49n, 100n, 0n],
    [51n, 100n, 1n],
  ])("%i/%i goes to %i: halves away from zero", (n, d, expected) => {
    expect(round(rational(n, d))).toBe(expected);
  });
  it("is never further off than a half, mirrors at zero, and leaves whole numbers alone", () => {
    fc.assert(
      fc.property(anyFraction, whole, (a, n) => {
        const off = minus(a, rational(round(a)));
        expect(compare(times(off, off), rational(1n, 4n))).not.toBe(1);
        expect(round(minus(zero, a))).toBe(-round(a));
        expect(round(rational(n))).toBe(n);
      }),
    );
  });
});

describe("decimals", () => {
  it("read back to the same number", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 18 }), (n, digits) => {
        const exact = rational(n, 10n ** BigInt(digits));
        const text = decimalText(exact, digits);
        expect(text).toMatch(digits === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${digits}}$`));
        expect(rationalOf(text)).toEqual(exact);
      }),
    );
  });
  it.each([
    ["0.005", 2, "0.01"],
    ["-0.005", 2, "-0.01"],
    ["-0.004", 2, "0.00"],
    ["12", 0, "12"],
    ["0.5", 0, "1"],
    ["99999999999999999999.995", 2, "100000000000000000000.00"],
  ])("%s to %i places is %s", (text, digits, expected) => {
    expect(decimalText(rationalOf(text), digits)).toBe(expected);
  });
  it.each(["", "1,5", "1e3", ".5", "5.", "+1", "0x10", " 1", "NaN", "١"])("%j is not one", (text) => {
    expect(() => rationalOf(text)).toThrow(Failure);
  });
});
