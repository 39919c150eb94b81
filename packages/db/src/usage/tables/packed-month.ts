import { date, integer, primaryKey, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../columns.ts";
import { usageSchema } from "./usage.ts";

/**
 * All daily uses of an account in a month that is long over, in a few bytes each (`packed/pack-uses.ts`). An account's
 * month stands either here or as rows of `daily_use` and `account_day`, never in both.
 */
export const packedMonths = usageSchema.table(
  "packed_month",
  {
    workspaceId: uuid().notNull(),
    /** The first day of the month. */
    month: date({ mode: "string" }).notNull(),
    /** The account's number. */
    account: integer().notNull(),
    uses: bytea().notNull(),
    /** What they add up to by day (`packed/pack-days.ts`); where the uses are few, its days alone. */
    days: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.month, t.account] })],
);
