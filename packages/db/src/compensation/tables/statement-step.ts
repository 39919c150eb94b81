import { sql } from "drizzle-orm";
import { foreignKey, integer, primaryKey, text, timestamp, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { statementSteps } from "../names.ts";
import { paySchema } from "./pay.ts";
import { payStatement } from "./statement.ts";

/** What happened to a statement: of one draft alone it can be published, and each step is taken once. */
export const payStatementStep = paySchema.table(
  "statement_step",
  {
    workspaceId: uuid().notNull(),
    number: integer().notNull(),
    revision: integer().notNull(),
    step: text({ enum: statementSteps }).notNull(),
    at: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    by: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.number, t.revision, t.step] }),
    foreignKey({
      name: "statement_step_of",
      columns: [t.workspaceId, t.number, t.revision],
      foreignColumns: [payStatement.workspaceId, payStatement.number, payStatement.revision],
    }),
    uniqueIndex("statement_published_once").on(t.workspaceId, t.number).where(sql`step = 'published'`),
    oneOf("statement_step_step", "step", statementSteps),
  ],
);
