import { usageActivities } from "@termwise/core/facts";
import { bigint, date, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { usageSchema } from "./usage.ts";

/** Uses whose account was not known when they were to be counted. They leave in the transaction that counts them. */
export const waitingUses = usageSchema.table(
  "waiting_use",
  {
    workspaceId: uuid().notNull(),
    sourceId: text().notNull(),
    /** `""`: none was named. */
    groupId: text().notNull(),
    /** `""`: nobody was named. */
    userId: text().notNull(),
    onDay: date({ mode: "string" }).notNull(),
    /** `""`: an unnamed use. */
    feature: text().notNull(),
    activity: text({ enum: usageActivities }).notNull(),
    uses: bigint({ mode: "number" }).notNull(),
    /** What must be known before their account is: `group:`, `domain:` or `user:` and the key. Null: they are to be looked at again. */
    waitingFor: text(),
  },
  (t) => [
    primaryKey({
      columns: [t.workspaceId, t.sourceId, t.groupId, t.userId, t.onDay, t.feature, t.activity],
    }),
    index("waiting_use_by_key").on(t.workspaceId, t.waitingFor),
    oneOf("waiting_use_activity", "activity", usageActivities),
  ],
);
