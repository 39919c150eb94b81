import { sql } from "drizzle-orm";
import { boolean, check, json, pgSchema, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const workspaceSchema = pgSchema("workspace");

export const workspaces = workspaceSchema.table(
  "workspace",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    reportingCurrency: text(),
    /** Month, 1-12. */
    fiscalYearStart: smallint().notNull().default(1),
    /** IANA name; a workspace's days begin and end there. */
    timeZone: text().notNull().default("UTC"),
    /** ISO weekdays, Monday 1 to Sunday 7. */
    workingDays: smallint().array().notNull().default(sql`'{1,2,3,4,5}'`),
    /** Members must have a second factor before they see anything. */
    secondFactorRequired: boolean().notNull().default(false),
    demo: boolean().notNull().default(false),
    /** The company's own settings, kept while the demo company's are in force: `{ name, reportingCurrency, fiscalYearStart }`. */
    beforeDemo: json(),
    demoRemovedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
    createdAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [check("workspace_fiscal_year_start", sql`${t.fiscalYearStart} between 1 and 12`)],
);
