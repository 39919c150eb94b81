import { type Day, day, type Instant, instant } from "@termwise/core/kernel";

/** What time it is: given to everything that needs to know, so that weeks can pass in a test. */
export interface Clock {
  now(): Instant;
}

/** The machine's clock. */
export const machineClock: Clock = { now: () => instant(new Date().toISOString()) };

/** The calendar day of a moment, in UTC. */
export function dayOf(moment: Instant): Day {
  return day(moment.slice(0, 10));
}
