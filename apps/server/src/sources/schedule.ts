import { type Instant, instant } from "@termwise/core/kernel";

const minute = 60_000;

/** The last moment, not after now, at which something is due that is due every so many minutes. The same on every server. */
export function lastDue(now: Instant, everyMinutes: number): Instant {
  const step = everyMinutes * minute;
  return instant(new Date(Math.floor(Date.parse(now) / step) * step).toISOString());
}

/** The first moment after now at which it is due. */
export function nextDue(now: Instant, everyMinutes: number): Instant {
  return instant(new Date(Date.parse(lastDue(now, everyMinutes)) + everyMinutes * minute).toISOString());
}

/** After how many minutes a run is tried again that failed so many times: 1, 4, 16, 64. */
export const backOff = (attempt: number): number => 4 ** (attempt - 1);
