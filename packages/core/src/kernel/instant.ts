import { z } from "zod";
import type { Day } from "./day.ts";

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. Instants of this form compare correctly as strings. */
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  .brand<"Instant">();
/** A moment in UTC, ISO 8601 with milliseconds. */
export type Instant = z.infer<typeof Instant>;

/** Reads an ISO 8601 moment with its zone and normalises it to UTC. */
export function instant(text: string): Instant {
  return Instant.parse(text);
}

/** The last millisecond of a calendar day in UTC: "as of the end of that day" on the recording clock. */
export function endOfDayUtc(on: Day): Instant {
  return instant(`${on}T23:59:59.999Z`);
}
