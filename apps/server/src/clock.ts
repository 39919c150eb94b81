import { type Day, day, type Instant, instant } from "@termwise/core/kernel";

/** What time it is: given to everything that needs to know, so that weeks can pass in a test. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock. */
export const machineClock: Clock = { now: () => instant(new Date().toISOString()) };

const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of a moment in a time zone, by its IANA name. */
export function dayOf(moment: Instant, timeZone: string): Day {
  if (timeZone === "UTC") return day(moment.slice(0, 10));
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  formats.set(timeZone, format);
  return day(format.format(new Date(moment)));
}
