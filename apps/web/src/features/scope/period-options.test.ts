import { describe, expect, it } from "vitest";
import { periodKindOf, periodOptions } from "./period-options.ts";

const months = { first: "2025-11", last: "2026-02" };

describe("periodOptions", () => {
  it("offers the newest month first", () => {
    expect(periodOptions("ttm", months, 1).map((option) => option.value)).toEqual([
      "ttm:2026-02",
      "ttm:2026-01",
      "ttm:2025-12",
      "ttm:2025-11",
    ]);
  });
  it("names quarters and years by the fiscal calendar", () => {
    expect(periodOptions("quarter", months, 2)).toEqual([
      { value: "2027-Q1", label: "Q1 2027" },
      { value: "2026-Q4", label: "Q4 2026" },
    ]);
    expect(periodOptions("year", months, 2).map((option) => option.value)).toEqual(["FY2027", "FY2026"]);
  });
  it("every option is of the kind it is offered under", () => {
    for (const kind of ["ttm", "t3m", "month", "quarter", "year"] as const)
      for (const option of periodOptions(kind, months, 1)) expect(periodKindOf(option.value)).toBe(kind);
  });
});
