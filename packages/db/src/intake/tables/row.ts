import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, json, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { outcomes } from "../row.ts";
import { files } from "./file.ts";
import { intakeSchema } from "./intake.ts";

export const rows = intakeSchema.table(
  "row",
  {
    workspaceId: uuid().notNull(),
    batchId: text().notNull(),
    position: integer().notNull(),
    /** Line of the file the row began on, from 1. */
    line: integer().notNull(),
    /** Verbatim. json, not text[]: only json can hold every character a file can. */
    cells: json().$type<string[]>().notNull(),
    hash: text().notNull(),
    outcome: text({ enum: outcomes }).notNull(),
    refusedColumn: text(),
    refusedCode: text(),
    refusedReason: text(),
    refusedRemedy: text(),
    sourceKey: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.batchId, t.position, t.line] }),
    foreignKey({
      name: "row_file",
      columns: [t.workspaceId, t.batchId, t.position],
      foreignColumns: [files.workspaceId, files.batchId, files.position],
    }),
    index("row_refused").on(t.workspaceId, t.batchId).where(sql`${t.outcome} = 'refused'`),
    oneOf("row_outcome", "outcome", outcomes),
    check("row_refusal", sql`(${t.outcome} = 'refused') = (${t.refusedCode} is not null)`),
  ],
);
