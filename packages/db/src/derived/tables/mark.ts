import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { xid8 } from "../../columns.ts";
import { derivedSchema } from "./derived.ts";

export const mark = derivedSchema.table(
  "mark",
  {
    workspaceId: uuid().notNull(),
    policyKey: text().notNull(),
    /** Every fact of a transaction below it is in the derived state. */
    xid: xid8().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.policyKey] })],
);
