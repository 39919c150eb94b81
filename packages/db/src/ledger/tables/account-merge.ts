import { index, primaryKey, text } from "drizzle-orm/pg-core";
import { ledgerSchema, stamp } from "./ledger.ts";

export const accountMerge = ledgerSchema.table(
  "account_merge",
  { ...stamp(), accountId: text().notNull(), intoId: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index("account_merge_by_xid").on(t.workspaceId, t.xid),
  ],
);
