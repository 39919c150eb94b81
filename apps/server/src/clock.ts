import { type Day, day, type Instant, instant } from "@termwise/core/kernel";

/** What time it is: given to everything that needs to know, so that weeks can pass in a test. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock. */
export const machineClock: Clock = { now: () => instant(new Date().toISOString()) };

const formats = new Map<string, Intl.DateTimeFormat>();

/** Days of minutes that were asked for, by time zone: a day begins on a whole minute, and events come many to the minute. */
const known = new Map<string, Map<string, Day>>();
const most = 20_000;

/** The calendar day of a moment in a time zone, by its IANA name. */
export function dayOf(moment: Instant, timeZone: string): Day {
  const minute = moment.slice(0, "2026-11-29T10:50".length);
  const days = known.get(timeZone) ?? new Map<string, Day>();
  const found = days.get(minute);
  if (found !== undefined) return found;
  const on = findDay(moment, timeZone);
  if (days.size >= most) days.clear();
  known.set(timeZone, days.set(minute, on));
  return on;
}

function findDay(moment: Instant, timeZone: string): Day {
  if (timeZone === "UTC") return day(moment.slice(0, 10));
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  return day(format.format(new Date(moment)));
}

/** The first moment of a calendar day in a time zone. */
export function beginOf(on: Day, timeZone: string): Instant {
  // Zones lie within 15 hours of UTC, and days begin on a whole minute.
  let [before, after] = [-15 * 60, 15 * 60];
  const at = (minutes: number) =>
    instant(new Date(Date.parse(`${on}T00:00:00Z`) + minutes * 60_000).toISOString());
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayOf(at(middle), timeZone) < on) before = middle;
    else after = middle;
  }
  return at(after);
}
