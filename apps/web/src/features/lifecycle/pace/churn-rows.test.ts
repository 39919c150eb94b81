import { describe, expect, it } from "vitest";
import { churnRows, churnScale, churnText, type MonthOfLosses } from "./churn-rows.ts";

const month = (of: string, lost: number, preventable: number, unexplained = 0): MonthOfLosses => ({
  month: of,
  lost,
  preventable,
  unexplained,
});
const told = (months: readonly MonthOfLosses[]) => {
  const sum = (of: "lost" | "preventable" | "unexplained") => months.reduce((all, one) => all + one[of], 0);
  return { lost: sum("lost"), preventable: sum("preventable"), unexplained: sum("unexplained"), months };
};

describe("the zero churn goal in words", () => {
  it("names those who could have been kept, and those nobody has explained", () => {
    expect(churnText(told([month("2026-01", 3, 1, 1), month("2026-02", 1, 0)]))).toBe(
      "1 of 4 lost customers since Jan 2026 could have been kept; the goal is none. Of 1 nobody has said why: they are not counted as preventable until somebody does.",
    );
  });
  it("says when nobody was lost, and when none was preventable", () => {
    expect(churnText(told([month("2026-01", 0, 0)]))).toBe("Nobody was lost since Jan 2026.");
    expect(churnText(told([month("2026-01", 1, 0)]))).toBe(
      "None of 1 lost customer since Jan 2026 is known to have been preventable.",
    );
  });
});

describe("the chart of losses", () => {
  it("draws the month that is not over as open", () => {
    const rows = churnRows([month("2026-01", 3, 1), month("2026-02", 1, 0)]);
    expect(rows.map(({ x, open, values }) => [x, open, values["preventable"]])).toEqual([
      ["2026-01", false, 1],
      ["2026-02", true, 0],
    ]);
  });
  it("has an axis of whole customers that begins at zero", () => {
    const { from, ticks } = churnScale(churnRows([month("2026-01", 1, 1)]));
    expect([from, ticks.every(Number.isInteger)]).toEqual([0, true]);
  });
});
