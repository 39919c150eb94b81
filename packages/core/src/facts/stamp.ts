import { z } from "zod";
import { Day, firstDay, Instant } from "../kernel/index.ts";

/** Where a fact came from: the system, that system's key for it, and the row of the file it stood in, when there was one. */
export const Source = z.strictObject({
  system: z.string().min(1),
  key: z.string().min(1),
  file: z.string().nullable().default(null),
  line: z.int().positive().nullable().default(null),
});
/** Where a fact came from. */
export type Source = z.infer<typeof Source>;

/**
 * What every fact carries: the two clocks and its source. `effectiveOn` is the day it is true from in the business;
 * `recordedAt` is the moment we learned it. A later fact with the same source key replaces an earlier one from its
 * `recordedAt` on; nothing is ever changed or deleted.
 */
export const stamp = {
  effectiveOn: Day.refine((on) => on >= firstDay, `is before ${firstDay}, the first day a fact may carry`),
  recordedAt: Instant,
  source: Source,
};
/** The two clocks and the source of a fact. */
export interface Stamp {
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
  readonly source: Source;
}

/** Only in a version that takes a fact back, as if it had never been recorded: what undoing an import writes. */
export const retractable = { withdrawn: z.literal(true).optional() };
