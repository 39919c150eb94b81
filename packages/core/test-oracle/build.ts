import {
  type AccountFact,
  type AttributeFact,
  type ContractLine,
  type FactSet,
  type FxRate,
  type MergeFact,
  noFacts,
  type SplitFact,
} from "../src/facts/index.ts";
import { AccountId, Currency, day, instant, LineId, parsePeriod } from "../src/kernel/index.ts";
import { houseLedgerPolicy, type LedgerPolicy, type Movement, movementsOf } from "../src/ledger/index.ts";
import {
  type Book,
  bookOf,
  RetentionPolicy,
  type Slice,
  type Window,
  windowOf,
} from "../src/retention/index.ts";

/** US dollars. */
export const usd = Currency.parse("USD");
const recordedAt = instant("2024-01-01T00:00:00Z");
const stamped = (key: string, effectiveOn: string) => ({
  effectiveOn: day(effectiveOn),
  recordedAt,
  source: { system: "test", key, file: null, line: null },
});

/** `acc_A` for "A". */
export const accountId = (name: string): AccountId => AccountId.parse(`acc_${name}`);

/** What a test says of a line; the rest is the plainest line there is: one recurring yearly amount in dollars. */
export interface Said {
  account?: string;
  net?: string;
  list?: string | null;
  of?: "unit" | "amount" | "total";
  per?: "day" | "week" | "month" | "year";
  every?: number;
  quantity?: string;
  from: string;
  to?: string | null;
  product?: string;
  productKind?: ContractLine["productKind"];
  lineKind?: ContractLine["lineKind"];
  region?: string | null;
  currency?: string;
  renews?: string | null;
  signed?: string | null;
  notice?: string | null;
  sourcedBy?: string | null;
  withdrawn?: boolean;
}

/** A contract line called `id`. */
export function line(id: string, said: Said): ContractLine {
  const [net, list] = [said.net ?? "100", said.list ?? null];
  const per = { unit: said.per ?? "year", count: said.every ?? 1 } as const;
  return {
    kind: "line",
    lineId: LineId.parse(`line_${id}`),
    accountId: accountId(said.account ?? "A"),
    product: said.product ?? "Platform",
    productKind: said.productKind ?? "core",
    lineKind: said.lineKind ?? "recurring",
    region: said.region ?? null,
    quantity: said.quantity ?? "1",
    price: said.of === "total" ? { of: "total", net, list } : { of: said.of ?? "amount", net, list, per },
    currency: Currency.parse(said.currency ?? "USD"),
    billing: null,
    startsOn: day(said.from),
    endsOn: said.to ? day(said.to) : null,
    signedOn: said.signed ? day(said.signed) : null,
    noticeOn: said.notice ? day(said.notice) : null,
    autoRenew: null,
    renews: said.renews ? LineId.parse(`line_${said.renews}`) : null,
    totalContractValue: null,
    payment: null,
    sourcedBy: said.sourcedBy ?? null,
    withdrawn: said.withdrawn ?? false,
    ...stamped(`line ${id}`, said.from),
  };
}

/** An account exists. */
export function account(name: string): AccountFact {
  const externalIds = { test: name };
  return { kind: "account", accountId: accountId(name), externalIds, ...stamped(name, "1900-01-01") };
}

/** An attribute of an account from a day on. */
export function attribute(
  account: string,
  of: AttributeFact["attribute"],
  value: string | null,
  from: string,
): AttributeFact {
  const fact = { kind: "attribute", accountId: accountId(account), attribute: of, value } as const;
  return { ...fact, ...stamped(`${account} ${of} ${from}`, from) };
}

/** One unit of `base` is worth `rate` of `quote` from a day on. */
export function rate(base: string, quote: string, worth: string, from: string): FxRate {
  const pair = { base: Currency.parse(base), quote: Currency.parse(quote) };
  return { kind: "fx_rate", ...pair, rate: worth, ...stamped(`${base}${quote}${from}`, from) };
}

/** Two records are one customer. */
export function merge(account: string, into: string): MergeFact {
  const fact = { kind: "merge", accountId: accountId(account), intoId: accountId(into) } as const;
  return { ...fact, ...stamped(`merge ${account}`, "2024-01-01") };
}

/** Some lines of a record belong to another customer. */
export function split(account: string, to: string, lines: string[]): SplitFact {
  const lineIds = lines.map((id) => LineId.parse(`line_${id}`));
  const fact = { kind: "split", accountId: accountId(account), toId: accountId(to), lineIds } as const;
  return { ...fact, ...stamped(`split ${account} ${to}`, "2024-01-01") };
}

/** Facts made of some lines and whatever else. */
export function facts(lines: ContractLine[], others: Partial<FactSet> = {}): FactSet {
  return { ...noFacts, lines, ...others };
}

/** The movements of one customer under a policy, each as `2025-03-01 expansion 6000`. */
export function told(of: FactSet, policy: Partial<LedgerPolicy> = {}, account = "A"): string[] {
  const ledger = movementsOf(of, { ...houseLedgerPolicy, ...policy });
  const movements = ledger.find((l) => l.accountId === accountId(account))?.movements ?? [];
  const several = new Set(movements.map((m: Movement) => m.currency)).size > 1;
  return movements.map((m) => `${m.on} ${m.kind} ${m.amount}${several ? ` ${m.currency}` : ""}`);
}

/** The book of some facts in dollars. */
export function book(of: FactSet, policy: Partial<LedgerPolicy> = {}): Book {
  const ledgerPolicy = { ...houseLedgerPolicy, ...policy };
  return bookOf(of, movementsOf(of, ledgerPolicy), ledgerPolicy, usd);
}

/** A window of the book of some facts. */
export function window(
  of: FactSet,
  period: string,
  policy: Partial<RetentionPolicy> = {},
  slice: Slice = {},
): Window {
  return windowOf(book(of), parsePeriod(period), RetentionPolicy.parse(policy), slice);
}
