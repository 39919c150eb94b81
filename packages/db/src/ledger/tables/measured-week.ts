import { sql } from "drizzle-orm";
import { date, primaryKey, uuid } from "drizzle-orm/pg-core";
import { xid8 } from "../../columns.ts";
import { ledgerSchema } from "./ledger.ts";

/** A week that accounts were measured for, and the last transaction that measured any: who holds its scores sees when there are more. */
export const measuredWeek = ledgerSchema.table(
  "measured_week",
  {
    workspaceId: uuid().notNull(),
    /** The last day of the week. */
    week: date({ mode: "string" }).notNull(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.week] })],
);
