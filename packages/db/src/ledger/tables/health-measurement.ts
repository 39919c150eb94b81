import { date, index, integer, json, numeric, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "../../columns.ts";
import { ledgerSchema } from "./ledger.ts";

/** The health of an account at the end of a week under a version of a model, as it was measured. Never changed. */
export const healthMeasurement = ledgerSchema.table(
  "health_measurement",
  {
    workspaceId: uuid().notNull(),
    accountId: text().notNull(),
    /** The last day of the week. */
    week: date({ mode: "string" }).notNull(),
    model: text().notNull(),
    version: integer().notNull(),
    /** The ends between which the score lies: the same where every component was read in time. */
    low: numeric({ precision: 6, scale: 3 }).notNull(),
    high: numeric({ precision: 6, scale: 3 }).notNull(),
    measuredAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    /** Every component with its reading, age, points and inputs, as measurements of earlier versions tell them. */
    parts: json().$type<unknown[]>(),
    /** What every component was read from, packed as numbers; null where `parts` tells it. */
    packed: bytea(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.accountId, t.week, t.model, t.version] }),
    index("health_measurement_by_week").on(t.workspaceId, t.week),
  ],
);
