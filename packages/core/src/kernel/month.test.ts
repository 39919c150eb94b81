import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "./day.ts";
import { Failure } from "./failure.ts";
import {
  firstDayOf,
  lastDayOf,
  Month,
  month,
  monthIndex,
  monthOf,
  monthOfIndex,
  shiftMonth,
} from "./month.ts";

const anyMonth = fc.integer({ min: 1600 * 12, max: 2400 * 12 }).map(monthOfIndex);

describe("a month", () => {
  it("reads back from its index, and months compare as text in the order of time", () => {
    fc.assert(
      fc.property(anyMonth, anyMonth, (a, b) => {
        expect(monthOfIndex(monthIndex(a))).toBe(a);
        expect(Math.sign(monthIndex(b) - monthIndex(a))).toBe(a < b ? 1 : a > b ? -1 : 0);
      }),
    );
  });
  it("begins the day after the month before it ends", () => {
    fc.assert(
      fc.property(anyMonth, (of) => {
        expect(addDays(lastDayOf(of), 1)).toBe(firstDayOf(shiftMonth(of, 1)));
        expect([monthOf(firstDayOf(of)), monthOf(lastDayOf(of))]).toEqual([of, of]);
      }),
    );
  });
  it("shifts there and back", () => {
    fc.assert(
      fc.property(
        anyMonth,
        fc.integer({ min: -500, max: 500 }),
        (of, by) => shiftMonth(shiftMonth(of, by), -by) === of,
      ),
    );
  });
  it("ends February on the 29th in leap years only", () => {
    expect([lastDayOf(month("2024-02")), lastDayOf(month("2100-02"))]).toEqual(["2024-02-29", "2100-02-28"]);
    expect(monthOf(day("2024-02-29"))).toBe("2024-02");
  });
  it.each(["2026-13", "2026-00", "2026-1", "2026-01-01", "Jan 2026"])("is not %j", (text) => {
    expect(() => month(text)).toThrow(Failure);
    expect(Month.safeParse(text).success).toBe(false);
  });
});
