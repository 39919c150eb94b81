import { describe, expect, it } from "vitest";
import { nrrRows, nrrSentence } from "./nrr-rows.ts";

const accounts = [
  { accountId: "acc_1", name: "Acme", before: null, after: null, effect: "-2.50", why: null },
];
const steps = [
  {
    difference: "policy",
    before: "1.0500",
    after: "1.0500",
    effect: "0.00",
    exact: "0",
    accounts: [],
    accountCount: 0,
  },
  {
    difference: "cohort",
    before: "1.0500",
    after: "1.0250",
    effect: "-2.50",
    exact: "-1/40",
    accounts,
    accountCount: 1,
  },
];

describe("board-NRR led to pay-NRR", () => {
  it("begins at the board's and ends at the pay's, each step where the one before it ended", () => {
    expect(
      nrrRows("1.0500", "1.0250", steps).map(({ key, level }) => [key, Number(level.toFixed(6))]),
    ).toEqual([
      ["board", 105],
      ["policy", 105],
      ["cohort", 102.5],
      ["pay", 102.5],
    ]);
  });
  it("says what moved, and that nothing did", () => {
    expect(nrrSentence("1.0500", "1.0250", steps)).toBe(
      "Board NRR 105.00\u00a0%, pay NRR 102.50\u00a0%: cohort \u22122.50\u00a0pp.",
    );
    expect(nrrSentence("1.0500", "1.0500", steps.slice(0, 1))).toContain("they are the same");
  });
});
