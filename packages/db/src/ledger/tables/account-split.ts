import { index, primaryKey, text } from "drizzle-orm/pg-core";
import { ledgerSchema, stamp } from "./ledger.ts";

export const accountSplit = ledgerSchema.table(
  "account_split",
  { ...stamp(), accountId: text().notNull(), toId: text().notNull(), lineIds: text().array().notNull() },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index("account_split_by_xid").on(t.workspaceId, t.xid),
  ],
);
