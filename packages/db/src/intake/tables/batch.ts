import { json, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { intakeSchema } from "./intake.ts";

export const batches = intakeSchema.table(
  "batch",
  {
    workspaceId: uuid().notNull(),
    id: text().notNull(),
    createdAt: timestamp({ withTimezone: true, precision: 3, mode: "string" }).notNull(),
    /** What the import said of itself, once, at its end. */
    report: json(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
);
