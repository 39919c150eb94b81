import { index, text, timestamp } from "drizzle-orm/pg-core";
import { identitySchema } from "./identity.ts";
import { users } from "./user.ts";

/** A signed-in browser. The cookie carries the token signed, so a copy of this table opens nothing. */
export const sessions = identitySchema.table(
  "session",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    token: text().notNull().unique(),
    expiresAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    ipAddress: text(),
    userAgent: text(),
    /** The membership whose workspace is open. */
    memberId: text(),
    createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (t) => [index("session_by_user").on(t.userId), index("session_by_member").on(t.memberId)],
);
