import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { derivedSchema } from "./derived.ts";

export const mark = derivedSchema.table(
  "mark",
  {
    workspaceId: uuid().notNull(),
    policyKey: text().notNull(),
    /** A pg_snapshot: every fact it can see is in the derived state. */
    snapshot: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.policyKey] })],
);
