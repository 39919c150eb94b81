import { accountAttributes } from "@termwise/core/facts";
import { index, primaryKey, text } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { ledgerSchema, retractable, stamp } from "./ledger.ts";

export const accountAttribute = ledgerSchema.table(
  "account_attribute",
  {
    ...stamp(),
    ...retractable(),
    accountId: text().notNull(),
    attribute: text({ enum: accountAttributes }).notNull(),
    value: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index("account_attribute_by_account").on(t.workspaceId, t.accountId),
    index("account_attribute_by_xid").on(t.workspaceId, t.xid),
    oneOf("account_attribute_attribute", "attribute", accountAttributes),
  ],
);
