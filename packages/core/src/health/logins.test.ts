import { describe, expect, it } from "vitest";
import { addDays, day, daysBetween, epochDay } from "../kernel/index.ts";
import { accountHealth } from "./account-health.ts";
import { loginsHeld, loginsOver, loginsText } from "./logins.ts";
import { healthModels } from "./model.ts";
import { houseHealthPolicy } from "./policy.ts";
import { signsSeen } from "./seen-at.ts";
import { caseOf, recordOf, today } from "./testing.ts";
import type { AccountUseReading } from "./use-series.ts";

const reading = (ago: number, days: number, logins: number | null): AccountUseReading => ({
  on: addDays(today, -ago),
  end: epochDay(today) - ago,
  days,
  users: 9,
  uses: 90,
  logins,
  features: 2,
  activeDays: 5,
});
const weekly = (weeks: number, from = 0) =>
  Array.from({ length: weeks }, (_, back) => reading(from + 7 * back, 7, 14)).reverse();
const told = { useUntil: today };

describe("logins", () => {
  it("are counted alike by the score and the red flag, and each says of which days", () => {
    const series = [...weekly(12, 28), ...weekly(4).map((one) => ({ ...one, logins: 2 }))];
    const [flag] = signsSeen({ record: recordOf(), series, told, mainUser: null, on: today });
    const line = accountHealth(caseOf({ series }), healthModels[0]!).inputs.engagement?.find(
      ({ what }) => what === "logins",
    );
    expect(line?.text).toBe("8 logins in the 28 days to 2026-06-07, 56 in the 28 before");
    const held = loginsHeld({ series, told, on: today }, houseHealthPolicy.loginDropDays, houseHealthPolicy)!;
    expect(loginsText(held)).toBe("12 logins in the 30 days to 2026-06-07, 60 in the 30 before");
    expect([flag?.text, flag?.on]).toEqual([`${loginsText(held)}; it has been so since 2026-05-27`, today]);
  });
  it("S-14: a fall is one from its first day until it is over, across the end of a month; the next one is another", () => {
    const daily = (from: string, days: number, logins: number) =>
      Array.from({ length: days }, (_, at) => reading(daysBetween(day(from), today) - at, 1, logins));
    const marks = (series: AccountUseReading[], ...on: string[]) =>
      on.map((at) => {
        const upTo = series.filter((one) => one.on <= day(at));
        const of = { record: recordOf(), series: upTo, told: { useUntil: day(at) }, mainUser: null };
        return signsSeen({ ...of, on: day(at) })[0]?.since;
      });
    const fell = [...daily("2026-07-01", 111, 50), ...daily("2026-10-20", 60, 0)];
    const [first, second] = marks(fell, "2026-11-04", "2026-12-01");
    expect([first, second]).toEqual([first, first]);
    const again = [
      ...daily("2026-03-01", 60, 50),
      ...daily("2026-04-30", 30, 5),
      ...daily("2026-05-30", 60, 50),
    ];
    const [fall, next] = marks([...again, ...daily("2026-07-29", 40, 0)], "2026-05-29", "2026-08-29");
    expect(fall! < next!).toBe(true);
  });
  it("of who falls silent while others are told of are none, not unknown", () => {
    const series = weekly(12, 28);
    expect(loginsHeld({ series, told, on: today }, 28, houseHealthPolicy)).toMatchObject({
      before: 56,
      after: 0,
    });
    const untold = { useUntil: day("2026-05-10") };
    expect(loginsHeld({ series, told: untold, on: today }, 28, houseHealthPolicy)?.on).toBe("2026-05-10");
  });
  it("that are told of a part of the days say so: the part stands for the whole", () => {
    const series = [...weekly(5, 28), reading(9, 14, 28)];
    const held = loginsHeld(
      { series, told: { useUntil: addDays(today, -9) }, on: today },
      28,
      houseHealthPolicy,
    );
    expect(held && loginsText(held)).toBe(
      "56 logins in the 28 days to 2026-05-29 (estimated from 23 of them), 56 in the 28 before (estimated from 26 of them)",
    );
  });
  it("of a large customer are told with their thousands set apart", () => {
    const series = weekly(12).map((one) => ({ ...one, logins: 12_345 }));
    const held = loginsHeld({ series, told, on: today }, 28, houseHealthPolicy);
    expect(held && loginsText(held)).toBe(
      "49,380 logins in the 28 days to 2026-06-07, 49,380 in the 28 before",
    );
  });
  it("of a week inside a reading of a fortnight are its share of them; told of less than half of it they are unknown", () => {
    const series = [reading(7, 14, 28)];
    expect([0, 3, 7, 14, 18].map((ago) => loginsOver(series, addDays(today, -ago), 7))).toEqual([
      null,
      null,
      14,
      14,
      null,
    ]);
  });
});
