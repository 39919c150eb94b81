import {
  type AccountAttribute,
  type ContractLine,
  type FactSet,
  type FxRate,
  factsKnownAt,
} from "@termwise/core/facts";
import { type AccountId, type Day, firstDay } from "@termwise/core/kernel";
import { type CsvRow, csvText } from "./csv-text.ts";

/** The three files a company's facts are imported from, by file name. */
export type CsvFiles = Readonly<Record<"accounts.csv" | "contract-lines.csv" | "fx-rates.csv", string>>;

const attributeHeaders = [
  "name",
  "parent",
  "domain",
  "segment",
  "tier",
  "region",
  "industry",
  "currency",
  "csm",
  "ae",
  "am",
] as const satisfies readonly AccountAttribute[];

const lineHeaders = [
  "line_id",
  "account_id",
  "product",
  "product_kind",
  "line_kind",
  "region",
  "quantity",
  "net_unit_price",
  "list_price",
  "total_contract_value",
  "billing_interval",
  "currency",
  "starts_on",
  "ends_on",
  "signed_on",
  "notice_on",
  "auto_renew",
  "renews",
  "payment",
  "sourced_by",
] as const;

const intervals: Readonly<Record<string, string>> = {
  "1 month": "month",
  "3 month": "quarter",
  "1 year": "year",
};

/**
 * A company's facts as they are known now, as the CSV files a billing system and a CRM would export: canonical headers,
 * one row per account and change of its attributes, one per contract line, one per rate. Merged records stand under
 * the customer they were merged into. `only` keeps some accounts and what belongs to them.
 */
export function demoCsv(facts: FactSet, only?: ReadonlySet<AccountId>): CsvFiles {
  const known = factsKnownAt(facts, null);
  const merged = new Map(known.merges.map(({ accountId, intoId }) => [accountId, intoId]));
  const customer = (id: AccountId): AccountId => merged.get(id) ?? id;
  const keyOf = new Map(known.accounts.map(({ accountId, source }) => [accountId, source.key]));
  const lineKeys = new Map(known.lines.map(({ lineId, source }) => [lineId, source.key]));
  const wanted = (id: AccountId): boolean => only === undefined || only.has(id);
  const accounts = known.accounts
    .filter(({ accountId }) => wanted(accountId) && !merged.has(accountId))
    .flatMap(({ accountId, effectiveOn }) => accountRows(known, accountId, effectiveOn, keyOf));
  const lines = known.lines
    .filter((line) => wanted(customer(line.accountId)))
    .map((line) => lineRow(line, keyOf.get(customer(line.accountId)) ?? null, lineKeys));
  const needed = new Set(lines.map((row) => row["currency"]));
  return {
    "accounts.csv": csvText(["account_id", "effective_on", ...attributeHeaders], accounts),
    "contract-lines.csv": csvText(lineHeaders, lines),
    "fx-rates.csv": csvText(
      ["date", "base", "quote", "rate"],
      known.fxRates.filter(({ base }) => needed.has(base)).map(rateRow),
    ),
  };
}

/** An account's row from its beginning, and one more for each day an attribute changed on. */
function accountRows(
  facts: FactSet,
  accountId: AccountId,
  began: Day,
  keyOf: ReadonlyMap<AccountId, string>,
): CsvRow[] {
  const own = facts.attributes.filter((fact) => fact.accountId === accountId);
  const days = [...new Set(own.map(({ effectiveOn }) => effectiveOn))].sort();
  const held: Record<string, string | null> = {};
  return days.map((on) => {
    for (const { attribute, value, effectiveOn } of own)
      if (effectiveOn === on)
        held[attribute] = attribute === "parent" && value ? (keyOf.get(value as AccountId) ?? null) : value;
    const from = on === firstDay ? began : on;
    return { account_id: keyOf.get(accountId) ?? null, effective_on: from, ...held };
  });
}

function lineRow(line: ContractLine, account: string | null, keys: ReadonlyMap<string, string>): CsvRow {
  const { price, billing } = line;
  const total = price.of === "total" ? price.net : null;
  return {
    line_id: line.source.key,
    account_id: account,
    product: line.product,
    product_kind: line.productKind,
    line_kind: line.lineKind,
    region: line.region,
    quantity: line.quantity,
    net_unit_price: price.of === "total" ? null : price.net,
    list_price: price.of === "total" ? null : price.list,
    total_contract_value: total,
    billing_interval: billing === null ? null : (intervals[`${billing.count} ${billing.unit}`] ?? null),
    currency: line.currency,
    starts_on: line.startsOn,
    ends_on: line.endsOn,
    signed_on: line.signedOn,
    notice_on: line.noticeOn,
    auto_renew: line.autoRenew === null ? null : line.autoRenew ? "yes" : "no",
    renews: line.renews === null ? null : (keys.get(line.renews) ?? null),
    payment: line.payment,
    sourced_by: line.sourcedBy,
  };
}

const rateRow = ({ effectiveOn, base, quote, rate }: FxRate): CsvRow => ({
  date: effectiveOn,
  base,
  quote,
  rate,
});
