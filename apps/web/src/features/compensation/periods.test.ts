import { expect, it } from "vitest";
import { nextPeriod, periodAround } from "./periods.ts";

it("the period after a month, a quarter and a year", () => {
  expect(["2026-09", "2026-12", "2026-Q3", "2026-Q4", "FY2026", "soon"].map(nextPeriod)).toEqual([
    "2026-10",
    "2027-01",
    "2026-Q4",
    "2027-Q1",
    "FY2027",
    null,
  ]);
});

it("the quarter that holds a day", () => {
  expect(["2026-01-01", "2026-03-31", "2026-04-01", "2026-11-28"].map(periodAround)).toEqual([
    "2026-Q1",
    "2026-Q1",
    "2026-Q2",
    "2026-Q4",
  ]);
});
