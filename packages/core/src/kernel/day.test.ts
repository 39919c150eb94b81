import fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import {
  addDays,
  addMonths,
  Day,
  day,
  dayOfCivil,
  dayOfEpoch,
  daysBetween,
  daysInMonth,
  earlier,
  epochDay,
  firstDay,
  lastDay,
  later,
} from "./day.ts";
import { Failure } from "./failure.ts";
import type { Month } from "./month.ts";

const [from, to] = [epochDay(day("1600-01-01")), epochDay(day("2400-12-31"))];
const anyDay = fc.integer({ min: from, max: to }).map(dayOfEpoch);
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

describe("a day", () => {
  it("is the same as the platform's calendar says, on every day from 1600 to 2400", () => {
    for (let epoch = from; epoch <= to; epoch += 1) {
      const on = dayOfEpoch(epoch);
      if (epochDay(on) !== epoch || on !== new Date(epoch * 86_400_000).toISOString().slice(0, 10))
        expect.unreachable(`day ${epoch} reads ${on}`);
    }
    expect(to - from + 1).toBe(801 * 365 + 195);
  });
  it("compares as text in the order of time", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => Math.sign(daysBetween(a, b)) === (a < b ? 1 : a > b ? -1 : 0)),
    );
  });
  it("is as far from another as the other is from it", () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => addDays(a, daysBetween(a, b)) === b));
  });
  it("has an earlier and a later of two", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect([earlier(a, b), later(a, b)]).toEqual([a, b].sort());
      }),
    );
  });
  it.each([
    "2026-02-29",
    "1900-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "2026-1-1",
    "2026-01-01T00:00Z",
    "",
    "26-01-01",
  ])("is not %j", (text) => {
    expect(() => day(text)).toThrow(Failure);
    expect(Day.safeParse(text).success).toBe(false);
  });
  it.each(["2024-02-29", "2000-02-29", firstDay, lastDay])("can be %s", (text) => {
    expect(day(text)).toBe(text);
    expect(Day.parse(text)).toBe(text);
  });
  it("is told from its parts, or refused", () => {
    expect(dayOfCivil(2024, 2, 29)).toBe("2024-02-29");
    expect(() => dayOfCivil(2023, 2, 29)).toThrow(/not a calendar day/);
  });
  it("cannot be counted past the last day there is", () => {
    expect(() => addDays(lastDay, 1)).toThrow(Failure);
  });
  it("is no plain text and no month, by type", () => {
    expectTypeOf<string>().not.toExtend<Day>();
    expectTypeOf<Month>().not.toExtend<Day>();
    expectTypeOf<Day>().not.toExtend<Month>();
    expectTypeOf<Day>().toExtend<string>();
  });
});

describe("months of days", () => {
  it("have the length the calendar gives them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1600, max: 2400 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const february = isLeap(year) ? 29 : 28;
        return (
          daysInMonth(year, month) === (month === 2 ? february : [4, 6, 9, 11].includes(month) ? 30 : 31)
        );
      }),
    );
  });
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-01-15", -13, "2024-12-15"],
  ])("%s and %i months is %s", (on, months, expected) => {
    expect(addMonths(day(on), months)).toBe(expected);
  });
  it("keep the day of the month, or clamp to the last day of a shorter one, and never spill over", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (on, months) => {
        const result = addMonths(on, months);
        const [year, month] = [Number(result.slice(0, 4)), Number(result.slice(5, 7))];
        const index = (of: string) => Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7));
        expect(index(result) - index(on)).toBe(months);
        expect(Number(result.slice(8))).toBe(Math.min(Number(on.slice(8)), daysInMonth(year, month)));
      }),
    );
  });
});
