import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import { Currency, currencyDigits } from "./currency.ts";
import { Failure } from "./failure.ts";
import { addMoney, type Money, minorOf, money, moneyText, roundMoney } from "./money.ts";
import { type Rational, rational } from "./rational.ts";

const [usd, jpy, kwd] = ["USD", "JPY", "KWD"].map((code) => Currency.parse(code)) as [
  Currency,
  Currency,
  Currency,
];
const anyCurrency = fc.constantFrom(usd, jpy, kwd);
const anyMinor = fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n });

describe("money", () => {
  it.each([
    [usd, 2, 123450n, "1234.50"],
    [jpy, 0, 1234n, "1234"],
    [kwd, 3, 1234567n, "1234.567"],
    [usd, 2, -5n, "-0.05"],
    [kwd, 3, 0n, "0.000"],
  ])("in %s has %i decimals: %i minor units read %s", (currency, digits, minor, text) => {
    expect(currencyDigits(currency)).toBe(digits);
    expect(moneyText(money(minor, currency))).toBe(text);
    expect(minorOf(text, currency)).toEqual(rational(minor));
  });
  it("reads back from its text to the last unit, far beyond what a float holds", () => {
    fc.assert(
      fc.property(anyMinor, anyCurrency, (minor, currency) => {
        const amount = money(minor, currency);
        expect(roundMoney(minorOf(moneyText(amount), currency), currency)).toEqual(amount);
      }),
    );
  });
  it("adds up in any order within one currency", () => {
    fc.assert(
      fc.property(anyMinor, anyMinor, anyCurrency, (a, b, currency) => {
        expect(addMoney(money(a, currency), money(b, currency))).toEqual(money(a + b, currency));
      }),
    );
  });
  it("of two currencies refuses to add, and names both", () => {
    const add = () => addMoney(money(1n, usd), money(1n, jpy));
    expect(add).toThrow(Failure);
    expect(add).toThrow(/USD to JPY/);
  });
  it("keeps prices finer than a cent exact until it is rounded", () => {
    expect(minorOf("0.005", usd)).toEqual(rational(1n, 2n));
    expect(roundMoney(minorOf("0.005", usd), usd).minor).toBe(1n);
    expect(roundMoney(minorOf("-0.005", usd), usd).minor).toBe(-1n);
  });
  it("does not mix with numbers, bare amounts or fractions, by type", () => {
    expectTypeOf<number>().not.toExtend<Money>();
    expectTypeOf<bigint>().not.toExtend<Money>();
    expectTypeOf<Rational>().not.toExtend<Money>();
    expectTypeOf<Money>().not.toExtend<Rational>();
    expectTypeOf<string>().not.toExtend<Money["currency"]>();
    // @ts-expect-error a number is no amount of minor units
    money(1, usd);
    // @ts-expect-error a bare text is no currency
    money(1n, "USD");
    // @ts-expect-error an amount without a currency cannot be added
    expect(() => addMoney(money(1n, usd), 1n)).toThrow();
  });
});
