import { expect, it } from "vitest";
import { fieldWords } from "./diff-card.tsx";

it("the path of a field is told in words", () => {
  expect(
    ["rates.bands.2.rate", "clawback.method.tiers.1.before.count", "atClose", "partPeriods"].map(fieldWords),
  ).toEqual([
    "rate table, band 2, rate",
    "clawback, method, tier 1, before, count",
    "at the close, %",
    "part periods",
  ]);
});
