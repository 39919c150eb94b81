import type { JournalFact } from "@termwise/core/facts";
import type { AccountId, EntryId, Instant } from "@termwise/core/kernel";
import type { Row } from "../../table-rows.ts";
import type { journal } from "../tables/journal.ts";
import { stampOf, stampRow } from "./stamp.ts";

export const journalRow = (fact: JournalFact): Row<typeof journal> => ({
  ...stampRow(fact),
  entryId: fact.entryId,
  accountId: fact.accountId,
  at: fact.at,
  by: fact.by,
  withdrawn: fact.withdrawn,
  entry: fact.entry,
});

export const journalFact = (row: Row<typeof journal>): JournalFact => ({
  kind: "journal",
  entryId: row.entryId as EntryId,
  accountId: row.accountId as AccountId | null,
  at: row.at as Instant,
  by: row.by,
  withdrawn: row.withdrawn,
  entry: row.entry as JournalFact["entry"],
  ...stampOf(row),
});
