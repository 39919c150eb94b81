import { expect, it } from "vitest";
import { axisOf, dayNumber, dayOf, monthTicks, stretches, weekAt } from "./axis.ts";

const weeks = ["2026-01-04", "2026-01-11", "2026-01-18", "2026-01-25", "2026-02-01"];

it("UX-45: all strips stand on one axis, from the first day of the first week to the end of the last", () => {
  const axis = axisOf(weeks, 100, 340);
  expect([dayOf(axis.from), dayOf(axis.to)]).toEqual(["2025-12-29", "2026-02-01"]);
  expect([axis.x(axis.from), axis.x(axis.to)]).toEqual([100, 440]);
});

it("a place on the axis is that of the week whose end is nearest", () => {
  const axis = axisOf(weeks, 100, 340);
  for (const [index, week] of weeks.entries())
    expect(weekAt(weeks, axis, axis.x(dayNumber(week)) + 20)).toBe(index);
  expect(weekAt(weeks, axis, 0)).toBe(0);
  expect(weekAt(weeks, axis, 9_999)).toBe(4);
});

it("months are named where there is room, and say their year where it is new", () => {
  expect(monthTicks(axisOf(weeks, 0, 340), 60).map(({ on, year }) => [on, year])).toEqual([
    ["2026-01-01", true],
    ["2026-02-01", false],
  ]);
  expect(monthTicks(axisOf(weeks, 0, 100), 60).map(({ on }) => on)).toEqual(["2026-02-01"]);
});

it("a week that was not measured is a gap, and no line goes across it", () => {
  expect(stretches([null, 1, 2, null, 3, null])).toEqual([
    [
      { index: 1, value: 1 },
      { index: 2, value: 2 },
    ],
    [{ index: 4, value: 3 }],
  ]);
});
