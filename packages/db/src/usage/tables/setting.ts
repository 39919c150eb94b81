import { sql } from "drizzle-orm";
import { check, date, integer, text, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

/** How a workspace keeps its events. */
export const usageSettings = usageSchema.table(
  "setting",
  {
    workspaceId: uuid().primaryKey(),
    /** Days for which raw events are kept; what they add up to stays. */
    rawDays: integer().notNull(),
    /** Raw events of days before this one may have been dropped: an older one is never taken in again. Only ever moves forward. */
    droppedBefore: date({ mode: "string" }),
    /** The oldest day uses were counted on long after it, since weeks were last read from it on; null: none. */
    reopenedFrom: date({ mode: "string" }),
    /** What last said so: which of two that say the same is told apart by it. */
    reopenedBy: text(),
    /** The member who set it. */
    changedBy: text(),
  },
  (t) => [check("setting_raw_days", sql`${t.rawDays} >= 1`)],
);
