import { Day } from "@termwise/core/kernel";

const sinceEpoch = /^(?:(\d{12,14})|(\d{9,11}))(\.\d+)?$/;
const written =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?) ?(?:Z|UTC|GMT|([+-]\d\d):?(\d\d)?)?)?$/i;

/**
 * A moment as clients write it, in milliseconds since 1970: ISO 8601 as it is met (also as databases and languages print
 * it), or seconds or milliseconds since 1970. Without an offset it is UTC. NaN: it is none.
 */
export function timeOf(text: string): number {
  const [, milliseconds, seconds, fraction = ""] = sinceEpoch.exec(text) ?? [];
  if (milliseconds !== undefined) return Number(milliseconds);
  if (seconds !== undefined) return Math.round(Number(`${seconds}${fraction}`) * 1_000);
  const [, day, time = "00:00", hours = "+00", minutes = "00"] = written.exec(text) ?? [];
  // A 31 November would be read as the day after the 30th.
  if (!Day.safeParse(day).success) return Number.NaN;
  return Date.parse(`${day}T${time.replace(",", ".")}${hours}:${minutes}`);
}
