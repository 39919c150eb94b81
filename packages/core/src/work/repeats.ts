import type { EntryOf } from "../facts/index.ts";
import { addDays, addMonths, type Day, dayOfCivil, daysBetween, daysInMonth } from "../kernel/index.ts";

/** How often a task comes again. */
export type Repeats = NonNullable<EntryOf<"task">["repeats"]>;

const dayOfMonthOf = (on: Day): number => Number(on.slice(8, 10));

/** The day of the month so many months later, or the last day of that month where it has fewer. */
function inMonth(from: Day, months: number, dayOfMonth: number): Day {
  const first = addMonths(`${from.slice(0, 8)}01` as Day, months);
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  return dayOfCivil(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}

/**
 * The day a task that comes again is due next, once it was done on a day: the first day of its series after both the day
 * it was due and the day it was done. Days that were missed are not made up for. A monthly task of the 31st falls on the
 * last day of shorter months and comes back to the 31st.
 */
export function nextDue(repeats: Repeats, { dueOn, doneOn }: { dueOn: Day; doneOn: Day }): Day {
  const { every, unit, dayOfMonth = dayOfMonthOf(dueOn) } = repeats;
  if (unit !== "month") {
    const step = unit === "week" ? every * 7 : every;
    return addDays(dueOn, step * Math.max(1, Math.floor(daysBetween(dueOn, doneOn) / step) + 1));
  }
  const months =
    (Number(doneOn.slice(0, 4)) - Number(dueOn.slice(0, 4))) * 12 +
    Number(doneOn.slice(5, 7)) -
    Number(dueOn.slice(5, 7));
  const turns = Math.max(1, Math.floor(months / every));
  const due = inMonth(dueOn, turns * every, dayOfMonth);
  return due > doneOn ? due : inMonth(dueOn, (turns + 1) * every, dayOfMonth);
}

/** How often a task comes again, with the day of the month it keeps to where it comes by months. */
export function keepingDay(repeats: Repeats, dueOn: Day): Repeats {
  return repeats.unit === "month" ? { dayOfMonth: dayOfMonthOf(dueOn), ...repeats } : repeats;
}
