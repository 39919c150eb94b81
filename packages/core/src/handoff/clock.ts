import { type Day, daysBetween, type Instant, instant } from "../kernel/index.ts";

const hour = 3_600_000;

/** The moment some hours after another: exact to the millisecond, so no change of clocks and no time zone moves it. */
export function hoursAfter(at: Instant, hours: number): Instant {
  return instant(new Date(Date.parse(at) + hours * hour).toISOString());
}

/** Milliseconds from one moment to another, negative when it is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** Something due on a day: open, done by then, done later, or overdue. `today` decides what is over. */
export function dueState(
  dueOn: Day | null,
  doneOn: Day | null,
  today: Day,
): "open" | "done" | "done_late" | "late" {
  if (doneOn !== null) return dueOn !== null && doneOn > dueOn ? "done_late" : "done";
  return dueOn !== null && daysBetween(dueOn, today) > 0 ? "late" : "open";
}
