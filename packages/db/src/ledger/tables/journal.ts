import { index, json, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import { ledgerSchema, stamp } from "./ledger.ts";

export const journal = ledgerSchema.table(
  "journal",
  {
    ...stamp(),
    entryId: text().notNull(),
    /** Null: about the workspace. */
    accountId: text(),
    at: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    by: text(),
    withdrawn: text(),
    /** The entry as core's schema has it. json, not jsonb: it comes back as it was written. */
    entry: json().$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index("journal_by_account").on(t.workspaceId, t.accountId),
    index("journal_by_entry").on(t.workspaceId, t.entryId),
    index("journal_by_xid").on(t.workspaceId, t.xid),
  ],
);
