import { describe, expect, it } from "vitest";
import { doneUntil, putOffDays } from "./put-off-days.ts";

const days = (today: string) => putOffDays(today).map(({ label, until }) => `${label} ${until}`);

describe("until when a line can be put off", () => {
  it("is days to come, next Monday among them", () => {
    expect(days("2026-11-20")).toEqual([
      "Tomorrow 2026-11-21",
      "In 3 days 2026-11-23",
      "In 2 weeks 2026-12-04",
      "In a month 2026-12-20",
    ]);
    expect(days("2026-11-23")).toContain("Next Monday 2026-11-30");
  });
  it("names a day once, by its nearest name", () => {
    expect(days("2026-11-22")).not.toContain("Next Monday 2026-11-23");
    expect(days("2026-11-22")[0]).toBe("Tomorrow 2026-11-23");
  });
  it("of what one is done with is a year on", () => {
    expect(doneUntil("2028-02-29")).toBe("2029-02-28");
  });
});
