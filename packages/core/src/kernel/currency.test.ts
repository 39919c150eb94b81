import { describe, expect, expectTypeOf, it } from "vitest";
import { Currency, currencyDigits } from "./currency.ts";

describe("a currency", () => {
  it.each(["USD", "EUR", "JPY", "KWD", "CLF", "XCG", "HRK"])("can be %s", (code) => {
    expect(Currency.parse(code)).toBe(code);
  });
  it.each(["usd", "US", "DOLLAR", "$", "", "XXZ"])("is not %j", (code) => {
    expect(Currency.safeParse(code).success).toBe(false);
  });
  it.each([
    [0, ["JPY", "KRW", "ISK", "CLP", "VND", "XOF", "UYI"]],
    [2, ["USD", "EUR", "GBP", "INR", "CNY", "HUF"]],
    [3, ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]],
    [4, ["CLF", "UYW"]],
  ])("has %i decimals: %s", (digits, codes) => {
    expect(codes.map((code) => currencyDigits(Currency.parse(code)))).toEqual(codes.map(() => digits));
  });
  it("is known in the same list to every JavaScript engine: what this one knows is in it", () => {
    const outside = Intl.supportedValuesOf("currency").filter((code) => !Currency.safeParse(code).success);
    expect(outside.filter((code) => code !== "XSU")).toEqual([]);
  });
  it("is no plain text, by type", () => {
    expectTypeOf<string>().not.toExtend<Currency>();
  });
});
