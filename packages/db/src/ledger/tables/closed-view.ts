import { sql } from "drizzle-orm";
import { check, integer, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { ledgerSchema } from "./ledger.ts";

/** What a closed period froze of one window and one slice of the book. Written once, with the entry that says so. */
export const closedView = ledgerSchema.table(
  "closed_view",
  {
    workspaceId: uuid().notNull(),
    /** The number of the close. */
    number: integer().notNull(),
    /** Its place among the views of the close, from 0. */
    view: integer().notNull(),
    /** Facts recorded up to this moment count; none is recorded at or before it any more. */
    recorded: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    /** Canonical JSON, as it was hashed. text: it comes back byte for byte. */
    content: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.number, t.view] }),
    check("closed_view_number", sql`${t.number} >= 1 and ${t.view} >= 0`),
  ],
);
