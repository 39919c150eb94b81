import { describe, expect, it } from "vitest";
import { heightOf, printedCell, scaleOf, shareOfOne, shareText } from "./cells.ts";
import type { CohortCell, Shown } from "./cohorts.ts";

const cell = {
  age: 4,
  on: "2026-06-30",
  members: 12,
  base: "1000000",
  arr: "1123400",
  kept: "940000",
  accounts: 11,
  open: false,
  nrr: "112.3400",
  grr: "94.0000",
  logo: "91.6667",
} as CohortCell;
const usual: Shown = { tab: "grid", measure: "nrr", absolute: false, least: 1, complete: false };
const print = (shown: Partial<Shown>, of: CohortCell = cell) => {
  const { text, full } = printedCell(of, { ...usual, ...shown }, "USD");
  return [text, full];
};

describe("printedCell", () => {
  it("prints shares with one decimal, and amounts or accounts when asked for", () => {
    expect(print({})).toEqual(["112.3", "112.3\u00a0%"]);
    expect(print({ measure: "logo" })).toEqual(["91.7", "91.7\u00a0%"]);
    expect(print({ measure: "logo", absolute: true })).toEqual(["11", "11 of 12 accounts"]);
    expect(print({ measure: "grr", absolute: true })).toEqual(["$9.40K", "$9.40K"]);
    expect(print({ measure: "arr", absolute: true })).toEqual(["$11.2K", "$11.2K"]);
  });
  it("prints a dot where fewer accounts than asked for began, and a dash where nothing can be divided", () => {
    expect(print({ least: 13 })).toEqual(["·", "fewer than 13 accounts"]);
    expect(print({}, { ...cell, nrr: null })).toEqual(["—", "no ARR at age 0"]);
  });
  it("stands in files as a share of one, every decimal kept", () => {
    expect(printedCell(cell, usual, "USD").value).toEqual({ share: "1.123400" });
    expect(["100.0000", "91.6667", "5.5", "0"].map(shareOfOne)).toEqual([
      "1.000000",
      "0.916667",
      "0.055",
      "0.00",
    ]);
  });
  it("is drawn where it stands in what is shown", () => {
    expect(heightOf(cell, usual, "USD")).toBeCloseTo(112.34);
    expect(heightOf(cell, { ...usual, measure: "arr", absolute: true }, "USD")).toBe(11234);
    expect(heightOf(cell, { ...usual, least: 13 }, "USD")).toBeNull();
  });
});

it("what can pass 100 % is coloured both ways around it", () => {
  expect([scaleOf("nrr"), scaleOf("grr"), scaleOf("logo")]).toEqual([
    "diverging",
    "sequential",
    "sequential",
  ]);
  expect(shareText("100.0000")).toBe("100.0");
});
