import { describe, expect, it } from "vitest";
import { listOf, listText, parseSearch, stringifySearch } from "./url.ts";

describe("the address", () => {
  it("is sorted, readable and without what is empty", () => {
    expect(stringifySearch({ period: "ttm:2026-09", "f.tier": "Mid,Large", by: undefined, asof: "" })).toBe(
      "?f.tier=Mid,Large&period=ttm:2026-09",
    );
  });
  it("UX-10: reads back what it wrote", () => {
    const search = { "f.industry": "Food%2C drink & more,A+B", q: "Müller 50 %", panel: "def:nrr@1" };
    expect(parseSearch(stringifySearch(search))).toEqual(search);
  });
});

describe("lists", () => {
  it("keep a comma inside a value", () => {
    const values = ["Food, drink", "50 %", "", "plain"];
    expect(listOf(listText(values))).toEqual(values);
  });
  it("of nothing is no parameter", () => {
    expect(listText([])).toBeUndefined();
    expect(listOf(undefined)).toEqual([]);
  });
});
