import { date, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { derivedSchema } from "./derived.ts";

export const accountLedger = derivedSchema.table(
  "account_ledger",
  {
    workspaceId: uuid().notNull(),
    policyKey: text().notNull(),
    accountId: text().notNull(),
    /** The days its contract lines were due to end or renew. */
    dueOn: date({ mode: "string" }).array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.policyKey, t.accountId] })],
);
