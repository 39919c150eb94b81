import {
  type AccountFact,
  type AttributeFact,
  BillingInterval,
  type ContractLine,
  type FxRate,
  type MergeFact,
} from "@termwise/core/facts";
import {
  AccountId,
  Currency,
  type Day,
  day,
  firstDay,
  type Instant,
  instant,
  LineId,
} from "@termwise/core/kernel";

/** What a hand-written contract line says; everything else has a plain default. */
export interface PlainLine {
  readonly account: string;
  readonly id: string;
  readonly product?: string;
  readonly productKind?: ContractLine["productKind"];
  readonly lineKind?: ContractLine["lineKind"];
  readonly quantity?: number;
  /** Price per unit: `"10 month"`, `"600 year"`, `"75 week"`; or `"36500 total"` for the whole term. */
  readonly price: string;
  readonly list?: string;
  readonly currency?: string;
  readonly region?: string;
  readonly from: string;
  readonly to?: string;
  readonly signed?: string;
  readonly notice?: string;
  readonly renews?: string;
  readonly recorded?: string;
  readonly withdrawn?: boolean;
}

const accountId = (account: string): AccountId => AccountId.parse(`acc_golden${account}`);
const atNoon = (on: string): Instant => instant(`${on}T12:00:00Z`);
const source = (key: string) => ({ system: "demo", key: `golden-${key}`, file: null, line: null });

/** The id of a hand-checked account, from its short name. */
export const goldenAccountId = accountId;

/** A contract line as a fact; without `recorded` it was entered at noon of the day it starts. */
export function goldenLine(of: PlainLine): ContractLine {
  const [net = "", unit = ""] = of.price.split(" ");
  const per = unit === "total" ? null : BillingInterval.parse({ unit, count: 1 });
  const list = of.list ?? null;
  return {
    kind: "line",
    lineId: LineId.parse(`line_golden${of.account}${of.id}`),
    accountId: accountId(of.account),
    product: of.product ?? "Suite",
    productKind: of.productKind ?? "core",
    lineKind: of.lineKind ?? "recurring",
    region: of.region ?? null,
    quantity: String(of.quantity ?? 1),
    price: per === null ? { of: "total", net, list } : { of: "unit", net, list, per },
    currency: Currency.parse(of.currency ?? "USD"),
    billing: per,
    startsOn: day(of.from),
    endsOn: of.to === undefined ? null : day(of.to),
    signedOn: of.signed === undefined ? null : day(of.signed),
    noticeOn: of.notice === undefined ? null : day(of.notice),
    autoRenew: null,
    renews: of.renews === undefined ? null : LineId.parse(`line_golden${of.account}${of.renews}`),
    totalContractValue: null,
    payment: null,
    sourcedBy: null,
    withdrawn: of.withdrawn ?? false,
    effectiveOn: day(of.from),
    recordedAt: atNoon(of.recorded ?? of.from),
    source: source(`${of.account}-${of.id}`),
  };
}

/** An account record with its name, known from a day on. */
export function goldenAccount(account: string, recorded: string): AccountFact {
  return {
    kind: "account",
    accountId: accountId(account),
    externalIds: { crm: `golden-${account}` },
    effectiveOn: day(recorded),
    recordedAt: atNoon(recorded),
    source: source(account),
  };
}

/** An attribute an account has had from the beginning, or from a day on. */
export function goldenAttribute(
  account: string,
  attribute: AttributeFact["attribute"],
  value: string,
  effectiveOn: Day = firstDay,
): AttributeFact {
  return {
    kind: "attribute",
    accountId: accountId(account),
    attribute,
    value,
    effectiveOn,
    recordedAt: atNoon(effectiveOn === firstDay ? "2023-01-01" : effectiveOn),
    source: source(`${account}-${attribute}-${effectiveOn}`),
  };
}

/** Two records that turn out to be one customer, on a day. */
export function goldenMerge(account: string, into: string, recorded: string): MergeFact {
  return {
    kind: "merge",
    accountId: accountId(account),
    intoId: accountId(into),
    effectiveOn: day(recorded),
    recordedAt: atNoon(recorded),
    source: source(`${account}-merge`),
  };
}

/** A rate from a day on. */
export function goldenRate(base: string, quote: string, rate: string, from: string): FxRate {
  return {
    kind: "fx_rate",
    base: Currency.parse(base),
    quote: Currency.parse(quote),
    rate,
    effectiveOn: day(from),
    recordedAt: atNoon(from),
    source: source(`${base}-${quote}-${from}`),
  };
}
