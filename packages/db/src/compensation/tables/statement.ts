import { sql } from "drizzle-orm";
import { check, integer, primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { paySchema } from "./pay.ts";

/** A draft of a statement with the inputs it was built from. A later draft is a further revision; none is ever changed. */
export const payStatement = paySchema.table(
  "statement",
  {
    workspaceId: uuid().notNull(),
    /** Counts the statements of the workspace, from 1. */
    number: integer().notNull(),
    /** Counts the drafts of the statement, from 1. */
    revision: integer().notNull(),
    /** Whose it is, by the name accounts call them. */
    person: text().notNull(),
    period: text().notNull(),
    at: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    by: text(),
    /** Canonical JSON of inputs and statement, as it was hashed. text: it comes back byte for byte. */
    content: text().notNull(),
    /** SHA-256 of the content, in hexadecimal. */
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.number, t.revision] }),
    unique("statement_of_period").on(t.workspaceId, t.person, t.period, t.revision),
    check("statement_number", sql`${t.number} >= 1 and ${t.revision} >= 1`),
  ],
);
