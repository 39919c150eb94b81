import { Day } from "@termwise/core/kernel";

const sinceEpoch = /^(?:(\d{12,14})|(\d{9,11}))(\.\d+)?$/;
const written =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?) ?(Z|UTC|GMT|([+-]\d\d):?(\d\d)?)?)?$/i;

/** As most clients write it. */
const usual = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A moment as it was written. */
export interface WrittenTime {
  /** In milliseconds since 1970; without an offset it is UTC. */
  readonly time: number;
  /** The day that stands there; null where an offset, or a count since 1970, leaves it to the zone of whoever asks. */
  readonly day: Day | null;
}

/**
 * A moment as clients and exports write it: ISO 8601 as it is met (also as databases and languages print it), or seconds
 * or milliseconds since 1970. Null: it is none.
 */
export function writtenTime(text: string): WrittenTime | null {
  const [, milliseconds, seconds, fraction = ""] = sinceEpoch.exec(text) ?? [];
  if (milliseconds !== undefined) return { time: Number(milliseconds), day: null };
  if (seconds !== undefined) return { time: Math.round(Number(`${seconds}${fraction}`) * 1_000), day: null };
  const [, date, clock = "00:00", zone, hours = "+00", minutes = "00"] = written.exec(text) ?? [];
  // A 31 November would be read as the day after the 30th.
  const day = Day.safeParse(date);
  const time = Date.parse(`${date}T${clock.replace(",", ".")}${hours}:${minutes}`);
  return day.success && !Number.isNaN(time) ? { time, day: zone === undefined ? day.data : null } : null;
}

/** The time of {@link writtenTime}; NaN: it is none. */
export function timeOf(text: string): number {
  const time = usual.test(text) ? new Date(text) : null;
  // What is of another day than it says needs a closer look.
  if (time?.getUTCDate() === Number(text.slice(8, 10))) return time.getTime();
  return writtenTime(text)?.time ?? Number.NaN;
}
