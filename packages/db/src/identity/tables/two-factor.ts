import { boolean, integer, text, timestamp } from "drizzle-orm/pg-core";
import { identitySchema } from "./identity.ts";
import { users } from "./user.ts";

/** A second factor: the shared secret and recovery codes, both encrypted with the server's secret. */
export const twoFactors = identitySchema.table("two_factor", {
  id: text().primaryKey(),
  userId: text()
    .notNull()
    .unique()
    .references(() => users.id, { onDelete: "cascade" }),
  secret: text().notNull(),
  backupCodes: text().notNull(),
  verified: boolean().default(true),
  failedVerificationCount: integer().default(0),
  lockedUntil: timestamp({ withTimezone: true, precision: 3 }),
});
