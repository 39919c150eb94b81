import { text, timestamp, uniqueIndex } from "drizzle-orm/pg-core";
import { identitySchema } from "./identity.ts";
import { users } from "./user.ts";

/** How a person proves who they are: a password ("credential") or an identity provider's subject. */
export const accounts = identitySchema.table(
  "account",
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    accountId: text().notNull(),
    providerId: text().notNull(),
    accessToken: text(),
    refreshToken: text(),
    idToken: text(),
    accessTokenExpiresAt: timestamp({ withTimezone: true, precision: 3 }),
    refreshTokenExpiresAt: timestamp({ withTimezone: true, precision: 3 }),
    scope: text(),
    password: text(),
    createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
    updatedAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex("account_by_provider").on(t.providerId, t.accountId),
    uniqueIndex("account_by_user").on(t.userId, t.providerId),
  ],
);
