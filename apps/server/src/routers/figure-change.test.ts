import { describe, expect, it } from "vitest";
import { changeOf, effectOf } from "./figure-change.ts";

const ratio = (numerator: string, denominator: string) =>
  ({ unit: "ratio", value: "1", numerator, denominator }) as const;
const money = (value: string) => ({ unit: "money", value, numerator: value, denominator: null }) as const;
const unknown = { unit: "ratio", value: null, numerator: null, denominator: null } as const;

describe("changeOf", () => {
  it("tells ratios in percentage points, exactly", () => {
    expect(changeOf(ratio("1124", "1000"), ratio("548", "500"))).toBe("2.8000");
  });
  it("tells amounts as a share of the earlier one", () => {
    expect(changeOf(money("1311"), money("1000"))).toBe("0.311000");
    expect(changeOf(money("1311"), money("0"))).toBeNull();
  });
  it("is unknown without either side", () => {
    expect(changeOf(unknown, ratio("1", "2"))).toBeNull();
    expect(changeOf(ratio("1", "2"), null)).toBeNull();
  });
});

it("effectOf is one account's part of a ratio's distance from 100 %", () => {
  expect(effectOf(ratio("0", "10000"), ratio("26000", "30000"))).toBe("-33.3333");
});
