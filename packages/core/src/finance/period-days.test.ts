import { describe, expect, it } from "vitest";
import { day } from "../kernel/index.ts";
import { cutAcross, daysFault } from "./period-days.ts";

const days = (from: string, to: string) => ({ from: day(from), to: day(to) });
const year = days("2026-01-01", "2026-12-31");
const today = day("2027-01-15");

describe("the days of a period", () => {
  it("may lie within those of another, be the same or follow them", () => {
    const quarter = days("2026-10-01", "2026-12-31");
    for (const other of [quarter, days("2026-04-01", "2026-06-30"), year, days("2027-01-01", "2027-01-14")]) {
      expect(cutAcross(year, other)).toBe(false);
      expect(cutAcross(other, year)).toBe(false);
    }
    expect(daysFault(quarter, [year], today)).toBeNull();
  });
  it("may not share only some of their days with another: the other is named", () => {
    const fiscal = days("2025-07-01", "2026-06-30");
    expect(daysFault(year, [fiscal], today)?.fault).toMatch(/^It shares days with 2025-07-01 to 2026-06-30 /);
    expect(daysFault(fiscal, [year], today)?.column).toBe("from");
    expect(cutAcross(days("2025-06-01", "2026-01-01"), year)).toBe(true);
  });
  it("are over on the day it is entered, the last of them at the latest today", () => {
    expect(daysFault(year, [], day("2026-12-31"))).toBeNull();
    expect(daysFault(year, [], day("2026-12-30"))).toEqual({
      column: "to",
      fault: "2026-12-31 is still to come. Enter a period when it is over",
    });
  });
});
