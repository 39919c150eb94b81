import { index, json, primaryKey, text } from "drizzle-orm/pg-core";
import { ledgerSchema, retractable, stamp } from "./ledger.ts";

export const account = ledgerSchema.table(
  "account",
  {
    ...stamp(),
    ...retractable(),
    accountId: text().notNull(),
    /** System name to id in that system. json, not jsonb: the keys keep their order. */
    externalIds: json().$type<Record<string, string>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index("account_by_account").on(t.workspaceId, t.accountId),
    index("account_by_xid").on(t.workspaceId, t.xid),
  ],
);
