import { describe, expect, it } from "vitest";
import { decimalOf, minorText, shareOf } from "./typed-number.ts";

describe("a number somebody types", () => {
  it.each([
    ["104.2", "104.2"],
    ["104,2 %", "104.2"],
    ["1,250,000", "1250000"],
    ["1.250.000,50", "1250000.50"],
    ["1'250'000.5", "1250000.5"],
    ["12,000", "12000"],
    ["−3", "-3"],
  ])("%s is %s", (text, decimal) => {
    expect(decimalOf(text)).toBe(decimal);
  });
  it.each(["", "abc", "1.2.3,4,5", "12 apples"])("%j is none", (text) => {
    expect(decimalOf(text)).toBeNull();
  });
  it.each([
    ["104.2", "1.042"],
    ["104", "1.04"],
    ["0.5", "0.005"],
    ["-3", "-0.03"],
  ])("%s per cent is the share %s, with the places it was written with", (text, share) => {
    expect(shareOf(text)).toBe(share);
  });
  it("an amount is whole minor units of its currency", () => {
    expect(minorText("1250000.5", "USD")).toBe("125000050");
    expect(minorText("12", "JPY")).toBe("12");
    expect(minorText("0.05", "EUR")).toBe("5");
  });
});
