import { movementKinds } from "@termwise/core/ledger";
import { sql } from "drizzle-orm";
import { bigint, check, date, index, json, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { derivedSchema } from "./derived.ts";

export const movement = derivedSchema.table(
  "movement",
  {
    workspaceId: uuid().notNull(),
    /** Which ledger policy booked it. */
    policyKey: text().notNull(),
    accountId: text().notNull(),
    on: date({ mode: "string" }).notNull(),
    currency: text().notNull(),
    kind: text({ enum: movementKinds }).notNull(),
    /** Signed, in minor units. */
    amount: bigint({ mode: "bigint" }).notNull(),
    /** ARR at the end of the day, in minor units. */
    balance: bigint({ mode: "bigint" }).notNull(),
    lifeBegan: date({ mode: "string" }).notNull(),
    /** `[reason, signed minor units as text, line ids][]` */
    parts: json().$type<[string, string, string[]][]>().notNull(),
    sourcedBy: text(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.policyKey, t.accountId, t.on, t.currency] }),
    index("movement_by_day").on(t.workspaceId, t.policyKey, t.on),
    oneOf("movement_kind", "kind", movementKinds),
    check("movement_amount_not_0", sql`${t.amount} <> 0`),
  ],
);
