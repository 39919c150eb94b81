import { bigint, date, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

/** What the uses of an account on a day add up to. Made of `daily_use`, and made again whenever that changes. */
export const accountDays = usageSchema.table(
  "account_day",
  {
    workspaceId: uuid().notNull(),
    accountId: text().notNull(),
    onDay: date({ mode: "string" }).notNull(),
    activeUsers: integer().notNull(),
    logins: bigint({ mode: "number" }).notNull(),
    uses: bigint({ mode: "number" }).notNull(),
    features: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.accountId, t.onDay] }),
    index("account_day_by_day").on(t.workspaceId, t.onDay),
  ],
);
