import { describe, expect, it } from "vitest";
import { isDay, isPeriod, lastDayOf, monthAt, monthIndex, monthsAfter } from "./months.ts";

describe("months", () => {
  it("count across years and back", () => {
    expect(monthAt(monthIndex("2026-01") - 1)).toBe("2025-12");
  });
  it("end on their last day, leap years included", () => {
    expect([lastDayOf("2024-02"), lastDayOf("2026-02"), lastDayOf("2026-12")]).toEqual([
      "2024-02-29",
      "2026-02-28",
      "2026-12-31",
    ]);
  });
});

describe("isDay", () => {
  it("knows the calendar", () => {
    expect([isDay("2026-02-28"), isDay("2026-02-29"), isDay("2026-13-01")]).toEqual([true, false, false]);
  });
});

describe("isPeriod", () => {
  it.each(["ttm:2026-09", "t3m:2026-09", "2026-09", "2026-Q3", "FY2026", "2026", "2026-01-01..2026-06-30"])(
    "reads %s",
    (text) => expect(isPeriod(text)).toBe(true),
  );
  it.each(["2026-Q9", "2026-13", "ttm:2026", "2026-06-30..2026-01-01", "2026-02-30..2026-03-01", ""])(
    "refuses %s",
    (text) => expect(isPeriod(text)).toBe(false),
  );
});

it("a day some months later keeps to the month's end", () => {
  expect([monthsAfter("2026-11-22", 3), monthsAfter("2026-11-30", 3)]).toEqual(["2027-02-22", "2027-02-28"]);
  expect([monthsAfter("2028-02-29", 12), monthsAfter("2026-12-31", 0)]).toEqual(["2029-02-28", "2026-12-31"]);
});
