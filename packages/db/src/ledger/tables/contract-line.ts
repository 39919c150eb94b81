import { intervalUnits, lineKinds, paymentStates, productKinds } from "@termwise/core/facts";
import { sql } from "drizzle-orm";
import { boolean, check, date, index, integer, numeric, primaryKey, text } from "drizzle-orm/pg-core";
import { oneOf } from "../../columns.ts";
import { ledgerSchema, stamp } from "./ledger.ts";

const priceBases = ["unit", "amount", "total"] as const;

export const contractLine = ledgerSchema.table(
  "contract_line",
  {
    ...stamp(),
    lineId: text().notNull(),
    accountId: text().notNull(),
    product: text().notNull(),
    productKind: text({ enum: productKinds }).notNull(),
    lineKind: text({ enum: lineKinds }).notNull(),
    region: text(),
    quantity: numeric().notNull(),
    priceOf: text({ enum: priceBases }).notNull(),
    /** Major units of the currency. */
    priceNet: numeric().notNull(),
    priceList: numeric(),
    pricePerUnit: text({ enum: intervalUnits }),
    pricePerCount: integer(),
    currency: text().notNull(),
    billingUnit: text({ enum: intervalUnits }),
    billingCount: integer(),
    startsOn: date({ mode: "string" }).notNull(),
    /** Last day in force; null: open ended. */
    endsOn: date({ mode: "string" }),
    signedOn: date({ mode: "string" }),
    noticeOn: date({ mode: "string" }),
    autoRenew: boolean(),
    renews: text(),
    totalContractValue: numeric(),
    payment: text({ enum: paymentStates }),
    sourcedBy: text(),
    withdrawn: boolean().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index("contract_line_by_account").on(t.workspaceId, t.accountId),
    index("contract_line_by_xid").on(t.workspaceId, t.xid),
    oneOf("contract_line_product_kind", "product_kind", productKinds),
    oneOf("contract_line_line_kind", "line_kind", lineKinds),
    oneOf("contract_line_price_of", "price_of", priceBases),
    oneOf("contract_line_price_per_unit", "price_per_unit", intervalUnits),
    oneOf("contract_line_billing_unit", "billing_unit", intervalUnits),
    oneOf("contract_line_payment", "payment", paymentStates),
    check("contract_line_term", sql`${t.endsOn} >= ${t.startsOn}`),
    check("contract_line_price_not_negative", sql`${t.priceNet} >= 0 and ${t.quantity} >= 0`),
    check("contract_line_price_per", sql`(${t.priceOf} = 'total') = (${t.pricePerUnit} is null)`),
    check("contract_line_price_interval", sql`(${t.pricePerUnit} is null) = (${t.pricePerCount} is null)`),
    check("contract_line_billing", sql`(${t.billingUnit} is null) = (${t.billingCount} is null)`),
    check("contract_line_total_has_an_end", sql`${t.priceOf} <> 'total' or ${t.endsOn} is not null`),
  ],
);
