import type { FactSet } from "@termwise/core/facts";
import { type Instant, instant } from "@termwise/core/kernel";

/**
 * When facts that follow these are recorded: now, or a moment after the newest of them where the clock was set back or
 * has not moved since. A later version must never look like the earlier one.
 */
export function recordingMoment(known: FactSet, now: Instant): Instant {
  let newest: Instant | null = null;
  for (const facts of Object.values(known))
    for (const { recordedAt } of facts) if (newest === null || recordedAt > newest) newest = recordedAt;
  if (newest === null || newest < now) return now;
  return instant(new Date(Date.parse(newest) + 1).toISOString());
}
