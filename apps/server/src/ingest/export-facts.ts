import {
  type AccountAttribute,
  type AccountFact,
  accountAttributes,
  type BillingInterval,
  type ContractLine,
  type FactSet,
  factsKnownAt,
} from "@termwise/core/facts";
import { firstDay } from "@termwise/core/kernel";
import { AttributeTimelines } from "./attribute-timelines.ts";
import { csvText } from "./write-csv.ts";

/** The facts of a workspace as three CSV files in canonical headers. */
export interface ExportedFacts {
  readonly accounts: string;
  readonly contractLines: string;
  readonly fxRates: string;
}

/** A decimal that reads one way only: 29.125 could be taken for 29125, so it is written 29.1250. */
const number = (decimal: string | null): string | null =>
  decimal !== null && /\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal;

const interval = (of: BillingInterval | null): string | null =>
  of && `P${of.count}${{ day: "D", week: "W", month: "M", year: "Y" }[of.unit]}`;

const keyOf = ({ externalIds, source }: AccountFact) => externalIds[source.system] ?? source.key;

function accountRows(facts: FactSet): (string | null)[][] {
  const timelines = new AttributeTimelines(facts.attributes);
  const days = new Map<string, Set<string>>();
  for (const { accountId, effectiveOn } of facts.attributes)
    days.set(accountId, (days.get(accountId) ?? new Set()).add(effectiveOn));
  const byId = new Map(facts.accounts.map((account) => [account.accountId as string, account]));
  return facts.accounts.flatMap((account) =>
    [...(days.get(account.accountId) ?? [firstDay])].sort().map((day) => {
      const value = (attribute: AccountAttribute) =>
        timelines.on(account.accountId, attribute, day as typeof firstDay);
      const parent = byId.get(value("parent") ?? "");
      const sameSystem = parent && parent.source.system === account.source.system;
      const values = accountAttributes.map((attribute) =>
        attribute === "parent" && sameSystem ? keyOf(parent) : value(attribute),
      );
      return [keyOf(account), account.source.system, ...values, day];
    }),
  );
}

const lineHeader = [
  "line_id",
  "system",
  "account_id",
  "account_system",
  "product",
  "product_kind",
  "line_kind",
  "region",
  "quantity",
  "net_unit_price",
  "list_price",
  "amount",
  "list_amount",
  "price_per",
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
];

function lineRow(line: ContractLine, facts: Lookup): (string | null)[] {
  const { price } = line;
  const account = facts.accounts.get(line.accountId);
  const [unit, amount] = [price.of === "unit" ? price : null, price.of === "amount" ? price : null];
  const renewed = line.renews === null ? undefined : facts.lines.get(line.renews);
  return [
    line.source.key,
    line.source.system,
    account ? keyOf(account) : line.accountId,
    account?.source.system ?? null,
    line.product,
    line.productKind,
    line.lineKind,
    line.region,
    number(line.quantity),
    number(unit?.net ?? null),
    number(unit?.list ?? null),
    number(amount?.net ?? null),
    number(amount?.list ?? null),
    price.of === "total" ? null : interval(price.per),
    number(price.of === "total" ? price.net : line.totalContractValue),
    interval(line.billing),
    line.currency,
    line.startsOn,
    line.endsOn,
    line.signedOn,
    line.noticeOn,
    line.autoRenew === null ? null : line.autoRenew ? "yes" : "no",
    renewed?.source.system === line.source.system ? renewed.source.key : line.renews,
    line.payment,
    line.sourcedBy,
  ];
}

interface Lookup {
  readonly accounts: ReadonlyMap<string, AccountFact>;
  readonly lines: ReadonlyMap<string, ContractLine>;
}

/**
 * What is known now of accounts, contract lines and rates, as files our importer reads back to the same facts: importing
 * an export changes nothing, and an export imported elsewhere gives the same ids. An account has a row for each day its
 * attributes changed on. Merges and splits have no file.
 */
export function exportFacts(all: FactSet): ExportedFacts {
  const facts = factsKnownAt(all, null);
  const lookup: Lookup = {
    accounts: new Map(facts.accounts.map((account) => [account.accountId, account])),
    lines: new Map(facts.lines.map((line) => [line.lineId, line])),
  };
  return {
    accounts: csvText(["account_id", "system", ...accountAttributes, "effective_on"], accountRows(facts)),
    contractLines: csvText(
      lineHeader,
      facts.lines.map((line) => lineRow(line, lookup)),
    ),
    fxRates: csvText(
      ["date", "base", "quote", "rate", "system"],
      facts.fxRates.map(({ effectiveOn, base, quote, rate, source }) => [
        effectiveOn,
        base,
        quote,
        number(rate),
        source.system,
      ]),
    ),
  };
}
