import { addDays, type Day, type Instant, instant } from "@termwise/core/kernel";
import { beginOf } from "../clock.ts";
import type { RowInCheck } from "./checked-rows.ts";

/** A time of day behind a day, however that is written, and the zone that stands behind it. */
const written =
  /[T ,](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;

/**
 * The moment a cell states. A time without a zone is one in the workspace's; a day without a time counts as its last
 * second, or its first where `dayCounts` says so.
 */
export function momentOf(
  row: RowInCheck,
  field: string,
  { timeZone, dayCounts }: { timeZone: string; dayCounts: "first" | "last" },
): { at: Instant; on: Day } | null {
  const on = row.reader.day(field);
  if (on === null) return null;
  // So far ahead that the next day may not exist: it is refused in any case.
  if (on > "9999") return { on, at: instant(`${on}T00:00:00Z`) };
  const clock = clockBehind(row.reader.word(field) ?? "");
  if (clock === null)
    return { on, at: dayCounts === "first" ? beginOf(on, timeZone) : lastSecond(on, timeZone) };
  if (clock.ahead === null) return { on, at: later(beginOf(on, timeZone), clock.into) };
  return { on, at: later(instant(`${on}T00:00:00Z`), clock.into - clock.ahead) };
}

/**
 * The time of day behind a day, in seconds into it, and by how many its zone is ahead of UTC (null: no zone stands
 * there). Null: the day stands alone.
 */
export function clockBehind(text: string): { into: number; ahead: number | null } | null {
  const told = written.exec(text);
  if (told === null) return null;
  const [, hour, minute, second = "00", half, zone] = told;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  const into = hours * 3_600 + Number(minute) * 60 + Number(second);
  if (zone === undefined) return { into, ahead: null };
  const [, sign, ahead = "0", more = "0"] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  return { into, ahead: (Number(ahead) * 3_600 + Number(more) * 60) * (sign === "-" ? -1 : 1) };
}

const lastSecond = (on: Day, timeZone: string): Instant => later(beginOf(addDays(on, 1), timeZone), -1);

const later = (moment: Instant, seconds: number): Instant =>
  instant(new Date(Date.parse(moment) + seconds * 1_000).toISOString());

/** What happened today, at a time nobody gave, cannot have happened later than now. */
export const notLater = (at: Instant, now: Instant): Instant => (at < now ? at : now);
