import { describe, expect, it } from "vitest";
import { dueText, repeatsOf, repeatsText, repeatsValue } from "./task-words.ts";
import type { TaskRow } from "./tasks.ts";

const row = (rest: Partial<TaskRow>) =>
  ({ due: "later", dueOn: "2026-12-04", daysLate: 0, snoozedUntil: null, state: "open", ...rest }) as TaskRow;

describe("a task in words", () => {
  it("says how often it comes again", () => {
    expect(repeatsText({ every: 1, unit: "week" })).toBe("weekly");
    expect(repeatsText({ every: 3, unit: "month" })).toBe("every 3 months");
  });

  it("keeps the day of the month of a rhythm that stays as it was, and of no other", () => {
    const monthly = { every: 1, unit: "month", dayOfMonth: 31 } as const;
    expect(repeatsOf(repeatsValue(monthly), monthly)).toEqual(monthly);
    expect(repeatsOf("2 week", monthly)).toEqual({ every: 2, unit: "week" });
    expect(repeatsOf("", monthly)).toBeNull();
  });

  it("says when it is due, how late it is, until when it was put off, or that it is closed", () => {
    expect(dueText(row({}))).toBe("4 Dec 2026");
    expect(dueText(row({ due: "today" }))).toBe("Today");
    expect(dueText(row({ due: "overdue", daysLate: 1 }))).toBe("4 Dec 2026, 1 day late");
    expect(dueText(row({ due: "undated", dueOn: null }))).toBe("No day");
    expect(dueText(row({ due: "snoozed", snoozedUntil: "2026-12-01" } as Partial<TaskRow>))).toBe(
      "Put off until 1 Dec 2026",
    );
    const closed = { due: "closed", changedOn: "2026-11-20" } as Partial<TaskRow>;
    expect(dueText(row({ ...closed, state: "done" }))).toBe("Done 20 Nov 2026");
    expect(dueText(row({ ...closed, state: "cancelled" }))).toBe("Dropped 20 Nov 2026");
  });
});
