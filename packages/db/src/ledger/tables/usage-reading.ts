import { usageActivities } from "@termwise/core/facts";
import { sql } from "drizzle-orm";
import { bigint, check, index, integer, primaryKey, text } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { ledgerSchema, retractable, stamp } from "./ledger.ts";

export const usageReading = ledgerSchema.table(
  "usage_reading",
  {
    ...stamp(),
    ...retractable(),
    accountId: text().notNull(),
    /** Null: the product as a whole. */
    feature: text(),
    activity: text({ enum: usageActivities }).notNull(),
    /** The days the reading covers; it ends on `effective_on`. */
    days: integer().notNull(),
    users: integer(),
    /** A week of a busy account is more than an integer holds. */
    uses: bigint({ mode: "bigint" }),
    activeDays: integer(),
    seats: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index("usage_reading_by_account").on(t.workspaceId, t.accountId),
    index("usage_reading_by_xid").on(t.workspaceId, t.xid),
    oneOf("usage_reading_activity", "activity", usageActivities),
    check("usage_reading_days", sql`${t.days} >= 1 and ${t.activeDays} <= ${t.days}`),
    check(
      "usage_reading_not_negative",
      sql`${t.users} >= 0 and ${t.uses} >= 0 and ${t.activeDays} >= 0 and ${t.seats} >= 0`,
    ),
  ],
);
