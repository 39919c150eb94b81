import {
  addDays,
  type Day,
  dayOfCivil,
  daysInMonth,
  type Instant,
  instant,
  monthIndex,
  monthOf,
  monthOfIndex,
} from "@termwise/core/kernel";
import type { Random } from "./random.ts";

/** The first month of the demo company's history, counted from the month of `today` (0). */
export const firstMonth = -66;

/**
 * The demo's calendar. The company's history is written in months before today (0 is today's month), so that it has
 * the same shape whatever today is; only here do those months become days.
 */
export interface Timeline {
  readonly today: Day;
  /** The day of month `dayOfMonth` of the month `offset` months from today's, or that month's last day. */
  dayAt(offset: number, dayOfMonth: number): Day;
  /** When something signed on a day was entered: some days later in office hours, at the latest as today begins. */
  recordedAt(on: Day, delayDays: number, random: Random): Instant;
}

/** The demo's calendar as seen from a day. */
export function timelineOf(today: Day): Timeline {
  const base = monthIndex(monthOf(today));
  return {
    today,
    dayAt: (offset, dayOfMonth) => {
      const text = monthOfIndex(base + offset);
      const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))];
      return dayOfCivil(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
    },
    recordedAt: (on, delayDays, random) => {
      const time = `${random.between(10, 17)}:${random.between(10, 59)}:${random.between(10, 59)}`;
      const entered = addDays(on, delayDays);
      return instant(entered < today ? `${entered}T${time}.000Z` : `${today}T00:00:00.000Z`);
    },
  };
}
