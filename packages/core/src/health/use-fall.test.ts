import { expect, it } from "vitest";
import { addDays, day, epochDay } from "../kernel/index.ts";
import { today, used } from "./testing.ts";
import { useFell } from "./use-fall.ts";
import { type AccountUseReading, useSeries } from "./use-series.ts";

const fortnight = (users: [number, number]) =>
  useSeries(
    [],
    [...used("2026-05-11", "2026-05-24", users[0]), ...used("2026-05-25", "2026-06-07", users[1])],
  );

it("tells by how much use of 14 days lies below that of the 14 before, from 30 % on", () => {
  expect(useFell(fortnight([10, 6]), today)).toEqual({
    on: today,
    days: 14,
    before: 500,
    after: 300,
    percent: 40,
  });
  expect(useFell(fortnight([100, 70]), today)?.percent).toBe(30);
  expect(useFell(fortnight([100, 71]), today)).toBeNull();
  expect(useFell(fortnight([6, 10]), today)).toBeNull();
});

it("is all of it where an account falls silent while others are told of, and nothing where it was never told of", () => {
  const silent = useSeries([], used("2026-05-11", "2026-05-24", 10));
  expect(useFell(silent, today)).toMatchObject({ before: 500, after: 0, percent: 100 });
  expect(useFell([], today)).toBeNull();
  expect(useFell(silent, addDays(today, 28))).toBeNull();
});

it("spreads readings of weeks over their days, and leaves out those of months", () => {
  const week = (on: string, uses: number, days = 7): AccountUseReading => ({
    on: day(on),
    end: epochDay(day(on)),
    days,
    users: 5,
    uses,
    logins: null,
    features: null,
    activeDays: null,
  });
  const weeks = [
    week("2026-05-17", 70),
    week("2026-05-24", 70),
    week("2026-05-31", 70),
    week("2026-06-07", 0),
  ];
  expect(useFell(weeks, today)).toMatchObject({ before: 140, after: 70, percent: 50 });
  expect(useFell([week("2026-05-31", 300, 30), ...weeks], today)).toMatchObject({ before: 140, after: 70 });
});
