import { describe, expect, it } from "vitest";
import { restatesNumbers } from "./restates.ts";

describe("a comment that only restates numbers", () => {
  it.each([
    "NRR fell 2.1 pp to 98.0 %.",
    "Churn was higher than last quarter (-$154K vs. -$80K).",
    "GRR up 1.0 points, NRR down 0.4 in Q3 2026",
    "Down 3 %",
  ])("%s", (text) => expect(restatesNumbers(text)).toBe(true));
  it.each([
    "Brightmoor and two resellers left after the price change of July; renewals were not prepared.",
    "Champion left at Brightmoor, sponsor never met",
    "Two data centres closed, -4 % seats",
    "",
    "Bad onboarding everywhere",
  ])("says more: %s", (text) => expect(restatesNumbers(text)).toBe(false));
});
