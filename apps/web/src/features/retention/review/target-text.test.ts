import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { readAs } from "../../../lib/format.ts";
import { gapText, readTarget, targetText, typedTarget } from "./target-text.ts";

const ratio = { unit: "ratio", currency: null };
const dollars = { unit: "money", currency: "USD" };

describe("a target", () => {
  beforeEach(() => readAs({ locale: "en", timeZone: null }));
  afterAll(() => readAs({ locale: null, timeZone: null }));
  it("is typed as per cent or whole units and read exactly, as this person writes numbers", () => {
    expect(readTarget("105", ratio)).toBe("1.05");
    expect(readTarget("97.25 %", ratio)).toBe("0.9725");
    expect(readTarget("12,500,000", dollars)).toBe("1250000000");
    expect(readTarget("300", { unit: "count", currency: null })).toBe("300");
    readAs({ locale: "de-DE", timeZone: null });
    expect(readTarget("97,25 %", ratio)).toBe("0.9725");
    expect(readTarget("12.500.000", dollars)).toBe("1250000000");
  });
  it("is refused where it is no number", () => {
    expect(["", "about 5", "-5", "1.23456", "5e3"].map((typed) => readTarget(typed, ratio))).toEqual(
      Array(5).fill(null),
    );
    expect(readTarget("3.5", { unit: "count", currency: null })).toBeNull();
  });
  it("is printed with the figure's unit, and typed again as it was", () => {
    expect(targetText("1.05", ratio)).toBe("105.0\u00a0%");
    expect(targetText("1250000000", dollars)).toBe("$12,500,000");
    expect(gapText("-2.8000", ratio)).toBe("\u22122.8\u00a0pp");
    expect(gapText("12000000", dollars)).toBe("+$120,000");
    expect([typedTarget("0.9725", ratio), typedTarget("1250000000", dollars)]).toEqual(["97.25", "12500000"]);
  });
});
