import { entriesBy, type JournalOf } from "../facts/index.ts";
import type { Day } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";

/** The escalations of an account by a day, those taken back left out, the latest first. Term: manager-escalation. */
export function escalationsOf(
  { journal }: Pick<CustomerRecord, "journal">,
  on: Day,
): JournalOf<"escalation">[] {
  return entriesBy(journal, "escalation", on).sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** The escalation of an account that is open on a day; null: none is. There is one at a time. Term: manager-escalation. */
export function openEscalation(
  record: Pick<CustomerRecord, "journal">,
  on: Day,
): JournalOf<"escalation"> | null {
  return escalationsOf(record, on).find(({ entry }) => entry.closed === null) ?? null;
}
