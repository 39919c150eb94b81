import { addDays, type Day, epochDay } from "../kernel/index.ts";

/** The day of the week: Monday is 1, Sunday 7. */
export const weekday = (on: Day): number => ((((epochDay(on) + 3) % 7) + 7) % 7) + 1;

/** The last day, Sunday, of the ISO week a day lies in. */
export const lastOfWeek = (on: Day): Day => addDays(on, 7 - weekday(on));

/** The last days of ISO weeks from one day to another, both included. */
export function weekEnds(from: Day, to: Day): Day[] {
  const ends: Day[] = [];
  for (let at = lastOfWeek(from); at <= to; at = addDays(at, 7)) ends.push(at);
  return ends;
}
