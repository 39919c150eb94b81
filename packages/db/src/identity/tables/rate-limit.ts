import { index, integer, text, timestamp } from "drizzle-orm/pg-core";
import { identitySchema } from "./identity.ts";

/** How often something was tried in a span of time that ends; shared by all servers of the store. */
export const rateLimits = identitySchema.table(
  "rate_limit",
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    endsAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
  },
  (t) => [index("rate_limit_by_end").on(t.endsAt)],
);
