import { json, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

/** Uses that were counted and that another store has not confirmed yet. */
export const outbox = usageSchema.table(
  "outbox",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    createdAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    rows: json().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
