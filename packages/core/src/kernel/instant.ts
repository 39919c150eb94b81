import { z } from "zod";
import type { Day } from "./day.ts";

/** A moment in UTC, ISO 8601 with milliseconds and `Z`. Instants of this form compare correctly as strings. */
export const Instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text).toISOString())
  // A zone can push a moment out of the four-digit years, where instants would no longer compare as text.
  .refine((text) => /^\d{4}-/.test(text), "is not within the years 0000 to 9999 in UTC")
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
