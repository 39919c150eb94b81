import { primaryKey, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { accessSchema } from "./access.ts";

/** A program's key. Of its secret only the hash is kept; `prefix` is what people tell it by. */
export const apiKeys = accessSchema.table(
  "api_key",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    name: text().notNull(),
    prefix: text().notNull(),
    hash: text().notNull(),
    rights: text().array().notNull(),
    /** The source of events it belongs to; null: it is one of its own. */
    sourceId: text(),
    createdBy: text(),
    createdAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    expiresAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    lastUsedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
    revokedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique("api_key_hash").on(t.hash)],
);
