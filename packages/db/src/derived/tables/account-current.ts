import { bigint, date, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { accountStatuses } from "../account-row.ts";
import { derivedSchema } from "./derived.ts";

export const accountCurrent = derivedSchema.table(
  "account_current",
  {
    workspaceId: uuid().notNull(),
    accountId: text().notNull(),
    name: text().notNull(),
    domain: text(),
    segment: text(),
    tier: text(),
    region: text(),
    industry: text(),
    csm: text(),
    ae: text(),
    am: text(),
    currency: text(),
    /** Minor units of the reporting currency; null: a rate is missing. */
    arr: bigint({ mode: "bigint" }),
    since: date({ mode: "string" }),
    lines: integer().notNull(),
    renewalOn: date({ mode: "string" }),
    status: text({ enum: accountStatuses }).notNull(),
    /** Lower case: name, domain, ids. */
    search: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.accountId] }),
    index("account_current_by_name").on(t.workspaceId, t.name),
    oneOf("account_current_status", "status", accountStatuses),
  ],
);
