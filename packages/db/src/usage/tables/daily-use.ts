import { usageActivities } from "@termwise/core/facts";
import { bigint, date, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { usageSchema } from "./usage.ts";

/** How often a user of an account used a feature on a day. Stays when the events are gone. */
export const dailyUses = usageSchema.table(
  "daily_use",
  {
    workspaceId: uuid().notNull(),
    accountId: text().notNull(),
    onDay: date({ mode: "string" }).notNull(),
    userId: text().notNull(),
    /** `""`: an unnamed use. */
    feature: text().notNull(),
    activity: text({ enum: usageActivities }).notNull(),
    uses: bigint({ mode: "number" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.accountId, t.onDay, t.userId, t.feature, t.activity] }),
    index("daily_use_by_day").on(t.workspaceId, t.onDay),
    oneOf("daily_use_activity", "activity", usageActivities),
  ],
);
