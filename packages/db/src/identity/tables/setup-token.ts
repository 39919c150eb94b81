import { text, timestamp } from "drizzle-orm/pg-core";
import { identitySchema } from "./identity.ts";

/** Hashes of the tokens printed on the console while nobody has set the store up. Gone afterwards. */
export const setupTokens = identitySchema.table("setup_token", {
  hash: text().primaryKey(),
  createdAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull().defaultNow(),
});
