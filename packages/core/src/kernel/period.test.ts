import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOfEpoch, daysBetween, epochDay } from "./day.ts";
import { Failure } from "./failure.ts";
import { lastDayOf, month, monthIndex, monthOf, monthOfIndex, shiftMonth } from "./month.ts";
import { FiscalCalendar, opensOn, parsePeriod, priorYear, quarterOf } from "./period.ts";

const anyMonth = fc.integer({ min: 1700 * 12, max: 2300 * 12 }).map(monthOfIndex);
const anyCalendar = fc.integer({ min: 1, max: 12 }).map((fiscalYearStart) => ({ fiscalYearStart }));
const anyDay = fc.integer({ min: -80_000, max: 80_000 }).map(dayOfEpoch);
const anyText = fc.oneof(
  anyMonth,
  anyMonth.map((of) => of.slice(0, 4)),
  anyMonth.map((of) => `FY${of.slice(0, 4)}`),
  fc.tuple(anyMonth, fc.integer({ min: 1, max: 4 })).map(([of, q]) => `${of.slice(0, 4)}-Q${q}`),
  anyMonth.map((of) => `ttm:${of}`),
  fc.tuple(fc.constantFrom(1, 3, 6, 12), anyMonth).map(([n, of]) => `t${n}m:${of}`),
  fc.tuple(anyDay, fc.integer({ min: 0, max: 900 })).map(([on, days]) => `${on}..${addDays(on, days)}`),
);
const monthsIn = (from: string, to: string) =>
  monthIndex(month(to.slice(0, 7))) - monthIndex(month(from.slice(0, 7))) + 1;

describe("a period", () => {
  it("keeps the form it was asked in, which reads back to the same days", () => {
    fc.assert(
      fc.property(anyText, anyCalendar, (text, calendar) => {
        const period = parsePeriod(text, calendar);
        expect(period.text).toBe(text);
        expect(parsePeriod(period.text, calendar)).toEqual(period);
        expect(period.from <= period.to).toBe(true);
        expect(daysBetween(opensOn(period), period.from)).toBe(1);
      }),
    );
  });
  it.each([
    ["2026-09", "2026-09-01", "2026-09-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2026", "2026-01-01", "2026-12-31"],
    ["2026-Q3", "2026-07-01", "2026-09-30"],
    ["FY2026", "2026-01-01", "2026-12-31"],
    ["ttm:2026-09", "2025-10-01", "2026-09-30"],
    ["t12m:2026-09", "2025-10-01", "2026-09-30"],
    ["t6m:2026-09", "2026-04-01", "2026-09-30"],
    ["t3m:2026-01", "2025-11-01", "2026-01-31"],
    ["t1m:2026-02", "2026-02-01", "2026-02-28"],
    ["2026-01-15..2026-01-15", "2026-01-15", "2026-01-15"],
  ])("%s is %s to %s", (text, from, to) => {
    expect(parsePeriod(text)).toEqual({ text, from, to });
  });
  it.each([
    ["nothing", ""],
    ["a fifth quarter", "2026-Q5"],
    ["a thirteenth month", "2026-13"],
    ["a trailing month that does not exist", "ttm:2026-13"],
    ["no months at all", "t0m:2026-09"],
    ["more months than five years", "t61m:2026-09"],
    ["an end before the beginning", "2026-02-01..2026-01-31"],
    ["a day that does not exist", "2026-02-01..2026-02-30"],
    ["words", "last quarter"],
    ["a form with more behind it", "2026-09 and on"],
    ["months before there were any", "t60m:0001-01"],
  ])("refuses %s with a reason", (_, text) => {
    expect(() => parsePeriod(text)).toThrow(Failure);
  });
});

describe("fiscal calendars", () => {
  it("name a year after the calendar year it ends in, whatever month it starts in", () => {
    for (let fiscalYearStart = 1; fiscalYearStart <= 12; fiscalYearStart += 1) {
      const { from, to } = parsePeriod("FY2026", { fiscalYearStart });
      expect(Number(from.slice(5, 7))).toBe(fiscalYearStart);
      expect(monthsIn(from, to)).toBe(12);
      expect(to.slice(0, 4)).toBe("2026");
    }
    expect(parsePeriod("2027-Q1", { fiscalYearStart: 2 })).toMatchObject({
      from: "2026-02-01",
      to: "2026-04-30",
    });
  });
  it("have four quarters of three months that make up the year without gap or overlap", () => {
    fc.assert(
      fc.property(anyCalendar, fc.integer({ min: 1700, max: 2300 }), (calendar, year) => {
        const quarters = [1, 2, 3, 4].map((q) => parsePeriod(`${year}-Q${q}`, calendar));
        const whole = parsePeriod(`FY${year}`, calendar);
        expect([quarters[0]?.from, quarters[3]?.to]).toEqual([whole.from, whole.to]);
        quarters.forEach((quarter, i) => {
          expect(monthsIn(quarter.from, quarter.to)).toBe(3);
          if (i > 0) expect(opensOn(quarter)).toBe(quarters[i - 1]?.to);
        });
      }),
    );
  });
  it("put every month into the quarter that contains it", () => {
    fc.assert(
      fc.property(anyMonth, anyCalendar, (of, calendar) => {
        const quarter = parsePeriod(quarterOf(of, calendar), calendar);
        expect(monthOf(quarter.from) <= of && of <= monthOf(quarter.to)).toBe(true);
      }),
    );
  });
  it("begin in January unless said otherwise, and never in a thirteenth month", () => {
    expect(FiscalCalendar.parse({})).toEqual({ fiscalYearStart: 1 });
    expect(FiscalCalendar.safeParse({ fiscalYearStart: 13 }).success).toBe(false);
    expect(FiscalCalendar.safeParse({ fiscalYearStart: 0 }).success).toBe(false);
  });
});

describe("the prior year", () => {
  it.each([
    ["2025-02", "2024-02-01..2024-02-29"],
    ["2024-02", "2023-02-01..2023-02-28"],
    ["ttm:2024-02", "2022-03-01..2023-02-28"],
    ["2024-02-29..2024-03-15", "2023-02-28..2023-03-15"],
    ["2024-02-10..2024-02-29", "2023-02-10..2023-02-28"],
    ["2026-01-05..2026-01-20", "2025-01-05..2025-01-20"],
  ])("of %s is %s", (text, expected) => {
    expect(priorYear(parsePeriod(text)).text).toBe(expected);
  });
  it("of whole months are the whole months twelve before, leap days included", () => {
    fc.assert(
      fc.property(anyMonth, fc.constantFrom(1, 3, 6, 12), (of, count) => {
        const period = parsePeriod(`t${count}m:${of}`);
        const before = priorYear(period);
        expect([monthOf(before.from), before.to]).toEqual([
          shiftMonth(monthOf(period.from), -12),
          lastDayOf(shiftMonth(of, -12)),
        ]);
        expect(parsePeriod(before.text)).toEqual(before);
      }),
    );
  });
  it("of any range lies 365 or 366 days back at both ends, and never turns around", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const period = parsePeriod(`${from}..${addDays(from, length)}`);
        const before = priorYear(period);
        expect(before.from <= before.to).toBe(true);
        for (const end of ["from", "to"] as const)
          expect([365, 366]).toContain(epochDay(period[end]) - epochDay(before[end]));
      }),
    );
  });
});
