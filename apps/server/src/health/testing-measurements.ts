// For tests that need scores of weeks, whatever they were read from.
import type { AccountId, Day, Instant } from "@termwise/core/kernel";
import type { NewMeasurement } from "@termwise/db";

/** A measurement of the house model that was read from nothing. */
export function scoredAs(
  accountId: AccountId,
  { week, low, high = low, measuredAt }: { week: Day; low: number; high?: number; measuredAt: Instant },
): NewMeasurement {
  const ends = { low: low * 1000, high: high * 1000 };
  return {
    ...{ accountId, version: 0, measuredAt },
    health: { on: week, model: "house", carriedDays: 14, parts: [], ...ends },
  };
}
