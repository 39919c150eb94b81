import { expect, it } from "vitest";
import type { Restatement } from "./periods.ts";
import { causeRows, causeSummary, chartRows } from "./restatement-rows.ts";

const found = {
  currency: "USD",
  reason: null,
  causes: [
    { cause: "late_data", name: "Late data", meaning: "Told late", accounts: 2, facts: 3, closing: "5000" },
    {
      cause: "correction",
      name: "Correction",
      meaning: "Corrected",
      accounts: 1,
      facts: 1,
      closing: "-2000",
    },
    { cause: "definition", name: "Definition", meaning: "Changed", accounts: 0, facts: 0, closing: "0" },
  ],
  ratios: [
    {
      term: "nrr",
      name: "NRR",
      reported: "1.020000",
      restated: "1.023000",
      difference: "0.3000",
      exact: { reported: "51/50", restated: "1023/1000", difference: "3/1000" },
      causes: [
        { cause: "late_data", effect: "0.5000", exact: "1/200", accounts: 1 },
        { cause: "correction", effect: "-0.2000", exact: "-1/500", accounts: 1 },
        { cause: "definition", effect: "0.0000", exact: "0/1", accounts: 0 },
      ],
    },
  ],
  bridge: [
    {
      measure: "closing",
      reported: "100000",
      restated: "103000",
      difference: "3000",
      causes: [
        { cause: "late_data", amount: "5000" },
        { cause: "correction", amount: "-2000" },
        { cause: "definition", amount: "0" },
      ],
    },
  ],
} as unknown as Restatement;

it("reported, every cause and now stand in their order, with the running sum", () => {
  expect(causeRows(found, "nrr").map(({ name, amount, exact }) => [name, amount, exact])).toEqual([
    ["Reported", "102.00\u00a0%", "51/50"],
    ["Late data", "+0.50\u00a0pp", "1/200"],
    ["Correction", "−0.20\u00a0pp", "-1/500"],
    ["Definition", "0.00\u00a0pp", "0/1"],
    ["Now", "102.30\u00a0%", "1023/1000"],
  ]);
  const closing = causeRows(found, "closing");
  expect(closing.map(({ level }) => level)).toEqual([100_000, 105_000, 103_000, 103_000, 103_000]);
});

it("the chart leaves out what moved nothing, and draws losses apart from gains", () => {
  const bars = chartRows(causeRows(found, "closing"));
  expect(bars.map(({ key, low, high, hatched }) => [key, low, high, hatched ?? false])).toEqual([
    ["reported", 100_000, 100_000, false],
    ["late_data", 100_000, 105_000, false],
    ["correction", 103_000, 105_000, true],
    ["now", 103_000, 103_000, false],
  ]);
});

it("one sentence says what was reported, what is told now, and what moved it", () => {
  expect(causeSummary(causeRows(found, "nrr"), "NRR")).toBe(
    "NRR was reported as 102.00\u00a0% and is 102.30\u00a0% now: late data +0.50\u00a0pp, correction −0.20\u00a0pp.",
  );
  expect(causeSummary([], "NRR")).toBe("It cannot be told now.");
});
