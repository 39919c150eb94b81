import type { BillingInterval, ContractLine, IntervalUnit, Price } from "@termwise/core/facts";
import type { AccountId, Currency, Day, LineId } from "@termwise/core/kernel";
import type { Row } from "../../table-rows.ts";
import type { contractLine } from "../tables/contract-line.ts";
import { stampOf, stampRow } from "./stamp.ts";

type LineRow = Row<typeof contractLine>;

export function lineRow(fact: ContractLine): LineRow {
  const per = fact.price.of === "total" ? null : fact.price.per;
  return {
    ...stampRow(fact),
    lineId: fact.lineId,
    accountId: fact.accountId,
    product: fact.product,
    productKind: fact.productKind,
    lineKind: fact.lineKind,
    region: fact.region,
    quantity: fact.quantity,
    priceOf: fact.price.of,
    priceNet: fact.price.net,
    priceList: fact.price.list,
    pricePerUnit: per?.unit ?? null,
    pricePerCount: per?.count ?? null,
    currency: fact.currency,
    billingUnit: fact.billing?.unit ?? null,
    billingCount: fact.billing?.count ?? null,
    startsOn: fact.startsOn,
    endsOn: fact.endsOn,
    signedOn: fact.signedOn,
    noticeOn: fact.noticeOn,
    autoRenew: fact.autoRenew,
    renews: fact.renews,
    totalContractValue: fact.totalContractValue,
    payment: fact.payment,
    sourcedBy: fact.sourcedBy,
    withdrawn: fact.withdrawn,
  };
}

export function lineFact(row: LineRow): ContractLine {
  return {
    kind: "line",
    lineId: row.lineId as LineId,
    accountId: row.accountId as AccountId,
    product: row.product,
    productKind: row.productKind,
    lineKind: row.lineKind,
    region: row.region,
    quantity: row.quantity,
    price: priceOf(row),
    currency: row.currency as Currency,
    billing: intervalOf(row.billingUnit, row.billingCount),
    startsOn: row.startsOn as Day,
    endsOn: row.endsOn as Day | null,
    signedOn: row.signedOn as Day | null,
    noticeOn: row.noticeOn as Day | null,
    autoRenew: row.autoRenew,
    renews: row.renews as LineId | null,
    totalContractValue: row.totalContractValue,
    payment: row.payment,
    sourcedBy: row.sourcedBy,
    withdrawn: row.withdrawn,
    ...stampOf(row),
  };
}

function priceOf(row: LineRow): Price {
  const [net, list] = [row.priceNet, row.priceList];
  const per = intervalOf(row.pricePerUnit, row.pricePerCount);
  return row.priceOf === "total" || per === null
    ? { of: "total", net, list }
    : { of: row.priceOf, net, list, per };
}

const intervalOf = (unit: IntervalUnit | null, count: number | null): BillingInterval | null =>
  unit === null || count === null ? null : { unit, count };
