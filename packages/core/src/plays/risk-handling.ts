import { type EntryOf, entriesOf, type JournalOf } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";

/** What was decided of an account at risk. */
export interface RiskHandling {
  readonly fact: JournalOf<"risk_handling"> | null;
  readonly owner: string | null;
  readonly seen: EntryOf<"risk_handling">["seen"];
  readonly accepted: EntryOf<"risk_handling">["accepted"];
  readonly snoozed: EntryOf<"risk_handling">["snoozed"];
  /** Where it stands: in the queue, put off until a day, or its loss accepted. */
  readonly place: "queue" | "snoozed" | "accepted";
}

/** What was decided on an account in its time at risk since a week, by a day. What was put off is back on its day. */
export function riskHandlingOn(
  { journal }: Pick<CustomerRecord, "journal">,
  since: Day,
  on: Day,
): RiskHandling {
  const fact =
    entriesOf(journal, "risk_handling").findLast(
      ({ withdrawn, entry }) => withdrawn === null && entry.since === since,
    ) ?? null;
  const { owner = null, seen = null, accepted = null, snoozed = null } = fact?.entry ?? {};
  const off = snoozed !== null && snoozed.until > on;
  return { fact, owner, seen, accepted, snoozed, place: accepted ? "accepted" : off ? "snoozed" : "queue" };
}
