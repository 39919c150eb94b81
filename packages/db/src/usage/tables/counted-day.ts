import { sql } from "drizzle-orm";
import { date, primaryKey, uuid } from "drizzle-orm/pg-core";
import { xid8 } from "../../columns.ts";
import { usageSchema } from "./usage.ts";

/** A day uses were counted on, and the last transaction that counted any: who holds what they add up to sees when there are more. */
export const countedDays = usageSchema.table(
  "counted_day",
  {
    workspaceId: uuid().notNull(),
    onDay: date({ mode: "string" }).notNull(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.onDay] })],
);
