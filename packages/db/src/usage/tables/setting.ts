import { sql } from "drizzle-orm";
import { check, integer, text, uuid } from "drizzle-orm/pg-core";
import { usageSchema } from "./usage.ts";

/** How a workspace keeps its events. */
export const usageSettings = usageSchema.table(
  "setting",
  {
    workspaceId: uuid().primaryKey(),
    /** Days for which raw events are kept; what they add up to stays. */
    rawDays: integer().notNull(),
    /** The member who set it. */
    changedBy: text(),
  },
  (t) => [check("setting_raw_days", sql`${t.rawDays} >= 1`)],
);
