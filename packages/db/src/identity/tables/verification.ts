import { index, text, timestamp } from "drizzle-orm/pg-core";
import { identitySchema } from "./identity.ts";

/** What somebody must hand back to go on: reset tokens, second-factor steps, sign-ins at a provider under way. */
export const verifications = identitySchema.table(
  "verification",
  {
    id: text().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: timestamp({ withTimezone: true, precision: 3 }).notNull(),
    createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (t) => [index("verification_by_identifier").on(t.identifier)],
);
