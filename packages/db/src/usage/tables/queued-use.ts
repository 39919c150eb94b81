import { usageActivities } from "@termwise/core/facts";
import { sql } from "drizzle-orm";
import { bigint, date, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { usageSchema } from "./usage.ts";

/** A use that an event told of and no day has counted yet. It leaves in the transaction that counts it, so that each counts once. */
export const queuedUses = usageSchema.table(
  "queued_use",
  {
    workspaceId: uuid().notNull(),
    sourceId: text().notNull(),
    messageId: text().notNull(),
    /** `""`: nobody was named. */
    userId: text().notNull(),
    groupId: text(),
    /** `""`: an unnamed use. */
    feature: text().notNull(),
    activity: text({ enum: usageActivities }).notNull(),
    onDay: date({ mode: "string" }).notNull(),
    uses: bigint({ mode: "number" }).notNull(),
    /** What must be known before its account is: `group:`, `domain:` or `user:` and the key. Null: nobody has looked yet. */
    waitingFor: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.sourceId, t.messageId] }),
    index("queued_use_waiting").on(t.workspaceId, t.waitingFor).where(sql`${t.waitingFor} is not null`),
    oneOf("queued_use_activity", "activity", usageActivities),
  ],
);
