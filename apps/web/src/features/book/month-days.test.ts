import { describe, expect, it } from "vitest";
import { weeksOf } from "./month-days.ts";

describe("the weeks of a month", () => {
  it("begin on Monday and hold every day of it once, with the neighbours' days around", () => {
    const weeks = weeksOf("2026-11");
    expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7, 7]);
    expect(weeks[0]).toEqual([
      ...["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29", "2026-10-30", "2026-10-31"],
      "2026-11-01",
    ]);
    expect(weeks.flat().filter((day) => day.startsWith("2026-11"))).toHaveLength(30);
    expect(weeks.at(-1)?.[0]).toBe("2026-11-30");
  });
  it("are four where February begins on a Monday", () => {
    expect(weeksOf("2027-02")).toHaveLength(4);
  });
});
