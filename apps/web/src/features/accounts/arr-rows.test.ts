import { describe, expect, it } from "vitest";
import type { Account } from "./account.ts";
import { arrRows, arrSummary, monthTicks } from "./arr-rows.ts";

const series = [
  { on: "2025-11-15", arr: "120000" },
  { on: "2026-01-01", arr: "180050" },
] as Account["series"];
const rows = arrRows(series, "USD", "2026-03-31");

describe("arrRows", () => {
  it("keeps each value until the next change, and the last one until the end", () => {
    expect(rows.map(({ on, value, text }) => [on, value, text])).toEqual([
      ["2025-11-15", 1200, "$1,200"],
      ["2026-01-01", 1800.5, "$1,800.50"],
      ["2026-03-31", 1800.5, "$1,800.50"],
    ]);
  });
  it("leaves out the ends that lie ahead", () => {
    expect(arrRows(series, "USD", "2025-12-31").map(({ on }) => on)).toEqual(["2025-11-15", "2025-12-31"]);
  });
  it("is empty without a movement", () => {
    expect(arrRows([], "USD", "2026-03-31")).toEqual([]);
  });
});

it("monthTicks says the year in January", () => {
  expect(monthTicks(rows).map((tick) => tick.text)).toEqual(["Dec", "Jan 26", "Feb", "Mar"]);
});

it("arrSummary says first, last and most", () => {
  expect(arrSummary(rows)).toBe(
    "$1,200 on 15 Nov 2025, $1,800.50 on 31 Mar 2026; the most was $1,800.50 from 1 Jan 2026.",
  );
});
