import { sql } from "drizzle-orm";
import { boolean, check, pgSchema, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

export const workspaceSchema = pgSchema("workspace");

export const workspaces = workspaceSchema.table(
  "workspace",
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    reportingCurrency: text(),
    /** Month, 1-12. */
    fiscalYearStart: smallint().notNull().default(1),
    demo: boolean().notNull().default(false),
    demoRemovedAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }),
    createdAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull().defaultNow(),
  },
  (t) => [check("workspace_fiscal_year_start", sql`${t.fiscalYearStart} between 1 and 12`)],
);
