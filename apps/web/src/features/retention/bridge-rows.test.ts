import { describe, expect, it } from "vitest";
import { unbroken } from "../../lib/format.ts";
import { bridgeRows, bridgeSummary, type CohortBridge } from "./bridge-rows.ts";

const step = (step: string, amount: string, pp: string, accounts = 1) => ({
  step,
  name: step,
  amount,
  accounts,
  pp,
  reasons: [],
});
const bridge = {
  opening: "30000",
  openingAccounts: 3,
  steps: [
    step("expansion", "6000", "20.0000"),
    step("contraction", "-3000", "-10.0000"),
    step("churn", "-10000", "-33.3333"),
    step("fx", "0", "0.0000", 0),
  ],
  closing: "23000",
  closingAccounts: 2,
  unexplained: "0",
} as unknown as CohortBridge;
const frame = { opensOn: "2025-12-31", closesOn: "2026-12-31", closingShare: "0.766667" };

describe("bridgeRows", () => {
  it("starts each step where the one before ended, and leaves out what did not move", () => {
    expect(bridgeRows(bridge, "USD", frame).map(({ key, low, high }) => [key, low, high])).toEqual([
      ["opening", 30000, 30000],
      ["expansion", 30000, 36000],
      ["contraction", 33000, 36000],
      ["churn", 23000, 33000],
      ["closing", 23000, 23000],
    ]);
  });
  it("prints amounts with their sign and their share of the opening", () => {
    expect(bridgeRows(bridge, "USD", frame).map(({ amount, share }) => `${amount} ${share}`)).toEqual([
      "$300 100.0\u00a0%",
      "+$60.0 +20.0\u00a0pp",
      "−$30.0 −10.0\u00a0pp",
      "−$100 −33.3\u00a0pp",
      "$230 76.7\u00a0%",
    ]);
  });
});

describe("bridgeSummary", () => {
  it("names the steps that moved", () => {
    expect(bridgeSummary(bridge, "USD")).toBe(
      unbroken("From $300 to $230: expansion +$60.0, contraction −$30.0, churn −$100."),
    );
  });
});
