import { foreignKey, integer, json, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { batches } from "./batch.ts";
import { intakeSchema } from "./intake.ts";

export const files = intakeSchema.table(
  "file",
  {
    workspaceId: uuid().notNull(),
    batchId: text().notNull(),
    /** Place among the batch's files, from 0. */
    position: integer().notNull(),
    name: text().notNull(),
    sha256: text().notNull(),
    kind: text().notNull(),
    /** The header as received: a list of column names. */
    header: json().$type<string[]>().notNull(),
    mapping: json(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.batchId, t.position] }),
    foreignKey({
      name: "file_batch",
      columns: [t.workspaceId, t.batchId],
      foreignColumns: [batches.workspaceId, batches.id],
    }),
  ],
);
