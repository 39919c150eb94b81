import { describe, expect, it } from "vitest";
import { scopeOf } from "./scope.ts";
import { readSearch } from "./search.ts";

describe("readSearch", () => {
  it("UX-12: sets aside what it cannot read and says so, and keeps the rest", () => {
    const read = readSearch({ period: "2026-Q9", sort: "-arr", by: "colour", other: "kept" });
    expect(read.search).toEqual({ sort: "-arr", other: "kept" });
    expect(read.notices).toEqual([
      { parameter: "period", value: "2026-Q9" },
      { parameter: "by", value: "colour" },
    ]);
  });
});

describe("scopeOf", () => {
  it("reads filters, policy, moment and currency of an address", () => {
    expect(
      scopeOf({
        period: "ttm:2026-09",
        "f.segment": "Enterprise,Food%2C drink",
        "nrr.method": "all_movements",
        winback: "all",
        asof: "2026-10-01",
        cur: "EUR",
      }),
    ).toEqual({
      period: "ttm:2026-09",
      filters: { segment: ["Enterprise", "Food, drink"] },
      policy: { nrrMethod: "all_movements", winback: "all" },
      asOf: "2026-10-01",
      currency: "EUR",
    });
  });
  it("asks for nothing when the address says nothing", () => {
    expect(scopeOf({ panel: "def:nrr" })).toEqual({});
  });
  it("a filter for accounts without a value survives", () => {
    expect(scopeOf({ "f.tier": "~,Large" })).toEqual({ filters: { tier: ["", "Large"] } });
  });
});
