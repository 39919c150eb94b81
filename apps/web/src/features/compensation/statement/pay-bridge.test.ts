import { describe, expect, it } from "vitest";
import { payBars, paySentence, paySteps } from "./pay-bridge.ts";

const lines = [
  { kind: "clawback", amount: "-400000" },
  { kind: "commission", amount: "3200000" },
  { kind: "adjustment", amount: "-12345" },
  { kind: "commission", amount: "800000" },
] as const;

describe("the bridge of a statement", () => {
  it("puts what pays before what corrects it and what is taken back", () => {
    expect(paySteps(lines)).toEqual([
      { key: "commission", name: "Commission", lines: 2, amount: 4_000_000n },
      { key: "adjustment", name: "Adjustment", lines: 1, amount: -12_345n },
      { key: "clawback", name: "Clawback", lines: 1, amount: -400_000n },
    ]);
  });
  it("UX-48: ends at the sum of the lines, to the minor unit", () => {
    const steps = paySteps(lines);
    const bars = payBars(steps, "USD", false);
    expect(bars.map(({ from, to }) => [from, to])).toEqual([
      [0, 40_000],
      [40_000, 39_876.55],
      [39_876.55, 35_876.55],
      [0, 35_876.55],
    ]);
    expect(paySentence(steps, "3587655", "USD")).toBe(
      "Commission +$40,000.00, adjustment \u2212$123.45, clawback \u2212$4,000.00: $35,876.55 payable.",
    );
  });
  it("is the total alone where nothing is paid", () => {
    expect(payBars([], "USD", true).map(({ key, to, open }) => [key, to, open])).toEqual([
      ["payable", 0, true],
    ]);
  });
});
