import { counted, dayText } from "../../lib/format.ts";
import type { TaskRow } from "./tasks.ts";

/** How urgent a task is, as screens write it. */
export const priorityNames = { high: "High", normal: "Normal", low: "Low" } as const;

/** What made a task, as screens write it. */
export const sourceNames = {
  manual: "Added by hand",
  gate: "Gate",
  promise: "Promise",
  renewal: "Renewal",
  handoff: "Handoff",
  divergence: "Divergence",
  ownership: "Ownership gap",
  review: "Review of figures",
  health: "Health",
  play: "Play",
} as const;

const units = { day: ["daily", "days"], week: ["weekly", "weeks"], month: ["monthly", "months"] } as const;

/** How often a task comes again: "weekly", "every 2 weeks". */
export function repeatsText({ every, unit }: NonNullable<TaskRow["repeats"]>): string {
  const [once, many] = units[unit];
  return every === 1 ? once : `every ${every} ${many}`;
}

/** How often tasks usually come again. */
export const usualRepeats = [
  { value: "", label: "Once" },
  { value: "1 day", label: "Daily" },
  { value: "1 week", label: "Weekly" },
  { value: "2 week", label: "Every 2 weeks" },
  { value: "1 month", label: "Monthly" },
  { value: "3 month", label: "Every 3 months" },
  { value: "12 month", label: "Every 12 months" },
] as const;

/** A rhythm as a form holds it: "2 week". */
export function repeatsValue(repeats: TaskRow["repeats"]): string {
  return repeats === null ? "" : `${repeats.every} ${repeats.unit}`;
}

/** The inverse of {@link repeatsValue}; one that stays as it was keeps its day of the month. */
export function repeatsOf(value: string, before: TaskRow["repeats"] = null): TaskRow["repeats"] {
  if (value === "") return null;
  if (value === repeatsValue(before)) return before;
  const [every, unit] = value.split(" ");
  return { every: Number(every), unit: unit as "day" | "week" | "month" };
}

/** When a task falls due, in words beside its title. */
export function dueText({ due, dueOn, daysLate, snoozedUntil, state, changedOn }: TaskRow): string {
  if (due === "closed") return `${state === "done" ? "Done" : "Dropped"} ${dayText(changedOn)}`;
  if (due === "snoozed" && snoozedUntil) return `Put off until ${dayText(snoozedUntil)}`;
  if (dueOn === null) return "No day";
  if (due === "overdue") return `${dayText(dueOn)}, ${counted(daysLate, "day")} late`;
  return due === "today" ? "Today" : dayText(dueOn);
}
