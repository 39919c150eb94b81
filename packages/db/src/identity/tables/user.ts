import { boolean, text, timestamp } from "drizzle-orm/pg-core";
import { identitySchema } from "./identity.ts";

/** A person, known by their mail address in lower case. A demo person has no password and lives in a demo workspace. */
export const users = identitySchema.table("user", {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean().notNull().default(false),
  image: text(),
  twoFactorEnabled: boolean().default(false),
  demo: boolean().notNull().default(false),
  createdAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
  updatedAt: timestamp({ withTimezone: true, precision: 3 }).notNull().defaultNow(),
});
