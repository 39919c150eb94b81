import { index, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { peopleSchema } from "./people.ts";

/** A person at a customer. Erasing empties what is personal and keeps the id, which facts may speak of. */
export const contacts = peopleSchema.table(
  "contact",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    accountId: text().notNull(),
    name: text(),
    email: text(),
    phone: text(),
    title: text(),
    note: text(),
    addedBy: text(),
    addedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    changedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    erasedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("contact_by_account").on(t.workspaceId, t.accountId),
  ],
);
