import type { JournalOf } from "@termwise/core/facts";
import { type Day, daysBetween } from "@termwise/core/kernel";

/** An escalation as it is told: why, to whom, by whom, for how long, and what came of it. */
export function escalationView(
  { entryId, entry, effectiveOn }: JournalOf<"escalation">,
  { on, me, nameOf }: { on: Day; me: string | null; nameOf: (by: string | null) => string | null },
) {
  const { sponsor, raisedBy, reason, closed } = entry;
  return {
    entryId,
    on: effectiveOn,
    sponsor,
    sponsorName: nameOf(sponsor),
    /** Whether it is raised to whoever asks: they close it, whatever their role. */
    mine: sponsor === me,
    reason,
    byName: nameOf(raisedBy),
    closed,
    days: daysBetween(effectiveOn, closed?.on ?? on),
  };
}
