import { primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

/** Which account a group, a domain or a user of the product is: found by its ids, or said by somebody. */
export const accountKeys = usageSchema.table(
  "account_key",
  {
    workspaceId: uuid().notNull(),
    /** `group:`, `domain:` or `user:` and the key. */
    key: text().notNull(),
    accountId: text().notNull(),
    /** The member who said so; null: it was found. */
    mappedBy: text(),
    mappedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
);
