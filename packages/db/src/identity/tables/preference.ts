import { json, text } from "drizzle-orm/pg-core";
import { identitySchema } from "./identity.ts";
import { users } from "./user.ts";

/** How a person likes the screens to be, the same in every workspace. */
export const preferences = identitySchema.table("preference", {
  userId: text()
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  value: json().notNull(),
});
