import type { FactSet } from "../facts/index.ts";
import {
  type AccountId,
  atOnce,
  type Currency,
  eachInSteps,
  groupBy,
  groupInSteps,
  lastDay,
  type Steps,
} from "../kernel/index.ts";
import { type AccountLedger, customers, type LedgerPolicy } from "../ledger/index.ts";
import { type Attributes, attributesOf } from "./attributes.ts";
import { type Rates, ratesTowards } from "./rates.ts";

/** One customer: its ARR movements, the attributes it has had, and the newest of its names: what it is called now. */
export interface BookAccount extends AccountLedger {
  readonly name: string;
  readonly attributes: Attributes;
}

/** Everything retention is computed from: every customer's ARR and attributes, and rates towards one currency. */
export interface Book {
  readonly currency: Currency;
  readonly rates: Rates;
  readonly ledgerPolicy: LedgerPolicy;
  readonly accounts: readonly BookAccount[];
}

/**
 * The reporting currency when none is set: the one most contract lines are in (ties by code). `null` without lines.
 */
export function leadingCurrency(facts: Pick<FactSet, "lines">): Currency | null {
  const counts = [...groupBy(facts.lines, (line) => line.currency)].map(([code, lines]) => ({
    code,
    count: lines.length,
  }));
  counts.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return counts[0]?.code ?? null;
}

/**
 * Joins customers' movements with their attributes and the exchange rates towards `currency`. `facts` and `ledger`
 * must be of the same moment of knowledge and the same policy. Customers without a contract line are not in the book.
 */
export function bookOf(
  facts: FactSet,
  ledger: readonly AccountLedger[],
  ledgerPolicy: LedgerPolicy,
  currency: Currency,
): Book {
  return atOnce(bookInSteps(facts, ledger, ledgerPolicy, currency));
}

/** {@link bookOf} for a large company: others can be let in between its steps. */
export function* bookInSteps(
  facts: FactSet,
  ledger: readonly AccountLedger[],
  ledgerPolicy: LedgerPolicy,
  currency: Currency,
): Steps<Book> {
  const { ofAccount } = customers(facts, ledgerPolicy);
  const own = yield* groupInSteps(facts.attributes, (fact) => fact.accountId);
  // A customer that has no record of its own under this identity takes the attributes of the first record merged into it.
  const heirs = new Map<AccountId, AccountId>();
  for (const id of [...own.keys()].sort()) {
    const customer = ofAccount(id);
    if (!heirs.has(customer) || id === customer) heirs.set(customer, id);
  }
  const accounts: BookAccount[] = [];
  yield* eachInSteps(ledger, (account) => {
    const attributes = attributesOf(own.get(heirs.get(account.accountId) ?? account.accountId) ?? []);
    const name = attributes.on("name", lastDay) ?? account.accountId;
    accounts.push({ ...account, name, attributes });
  });
  return { currency, rates: ratesTowards(currency, facts.fxRates), ledgerPolicy, accounts };
}
