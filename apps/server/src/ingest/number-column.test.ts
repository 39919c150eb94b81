import { describe, expect, it } from "vitest";
import { bareNumber, type DecimalSign, decimalEvidence, decimalSign, readDecimal } from "./number-column.ts";

const read = (cell: string, sign: DecimalSign = ".") => {
  const { text, negative } = bareNumber(cell);
  const value = readDecimal(text, sign);
  return value === null ? null : negative ? `-${value}` : value;
};
const signOfColumn = (...cells: string[]) => decimalSign(decimalEvidence(cells));

describe("the decimal sign of a column", () => {
  it("is what its unmistakable numbers show", () => {
    expect(signOfColumn("1,234.56", "1,234")).toBe(".");
    expect(signOfColumn("1.234,56", "1.234")).toBe(",");
    expect(signOfColumn("12,5")).toBe(",");
    expect(signOfColumn("0.125")).toBe(".");
    expect(signOfColumn("1234.567")).toBe(".");
    expect(signOfColumn("1,234,567")).toBe(".");
    expect(signOfColumn("100", "7")).toBeNull();
  });

  it("must be asked when every number reads both ways, or they contradict each other", () => {
    expect(signOfColumn("1,234", "5,678")).toBe("either");
    expect(signOfColumn("1.234")).toBe("either");
    expect(signOfColumn("1.234,5", "1,234.5")).toBe("either");
  });
});

describe("a number", () => {
  it("is read with its thousands however they are grouped", () => {
    expect(read("1,234.56")).toBe("1234.56");
    expect(read("1.234,56", ",")).toBe("1234.56");
    for (const blank of [" ", "\u00a0", "\u202f", "'", "’"])
      expect(read(`1${blank}234,56`, ",")).toBe("1234.56");
    expect(read("12,34,567.00")).toBe("1234567");
  });

  it("may carry its currency", () => {
    for (const cell of ["$1200", "1200 €", "EUR 1,200", "1,200.00 USD", "CHF 1'200.-", "US$ 1200", "£1,200"])
      expect(read(cell)).toBe("1200");
  });

  it("is negative in parentheses, behind any minus, before or after", () => {
    for (const cell of ["-500", "−500", "(500)", "($500.00)", "500-", "- 500"])
      expect(read(cell)).toBe("-500");
  });

  it("has one text however it was written", () => {
    expect([read("007"), read("1.50"), read("1."), read(".5"), read("0.000"), read("12.0")]).toEqual([
      "7",
      "1.5",
      "1",
      "0.5",
      "0",
      "12",
    ]);
  });

  it("is nothing else: no exponent, no abbreviation, no word, no stray grouping", () => {
    for (const cell of [
      "1e3",
      "1E3",
      "NaN",
      "€1,2k",
      "12k",
      "abc",
      "1,23",
      "1,2345.00",
      "1..2",
      "0x10",
      "--5",
      "Infinity",
    ])
      expect(read(cell), cell).toBeNull();
  });
});
