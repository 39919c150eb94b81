import { type AccountId, groupBy } from "@termwise/core/kernel";
import { customers, houseLedgerPolicy } from "@termwise/core/ledger";
import type { CustomerRecord, HouseRules } from "@termwise/core/people";
import type { Books } from "./books.ts";

/** Everything that is on record, customer by customer. */
export interface CustomerRecords {
  readonly records: ReadonlyMap<AccountId, CustomerRecord>;
  readonly rules: HouseRules;
  /** The customer an account record is part of. */
  readonly ofAccount: (id: AccountId) => AccountId;
}

const held = new WeakMap<Books, CustomerRecords>();

/**
 * What is on record of every customer in the books, records that were merged as one. Made once for each state of the
 * facts.
 */
export function customerRecords(books: Books): CustomerRecords {
  const known = held.get(books) ?? recordsOf(books);
  held.set(books, known);
  return known;
}

const byMoment = <F extends { at: string; entryId: string }>(a: F, b: F) =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.entryId < b.entryId ? -1 : 1;
const byDay = <F extends { effectiveOn: string }>(a: F, b: F) =>
  a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0;

function recordsOf(books: Books): CustomerRecords {
  const { now, readings } = books.known;
  const { ofAccount, ofLine } = customers(now, houseLedgerPolicy);
  const ids = [...new Set(now.accounts.map(({ accountId }) => ofAccount(accountId)))].sort();
  const attributes = groupBy(now.attributes, ({ accountId }) => accountId);
  const lines = groupBy(now.lines, ofLine);
  const movements = new Map(books.ledgers().map((ledger) => [ledger.accountId, ledger.movements]));
  const about = now.journal.filter((fact) => fact.accountId !== null);
  const journal = groupBy(about, ({ accountId }) => (accountId === null ? null : ofAccount(accountId)));
  const usage = groupBy(now.usage, ({ accountId }) => ofAccount(accountId));
  const records = ids.map((accountId): [AccountId, CustomerRecord] => [
    accountId,
    {
      accountId,
      attributes: attributes.get(accountId) ?? [],
      lines: lines.get(accountId) ?? [],
      movements: movements.get(accountId) ?? [],
      journal: (journal.get(accountId) ?? []).sort(byMoment),
      usage: (usage.get(accountId) ?? []).sort(byDay),
    },
  ]);
  const house = now.journal.filter((fact) => fact.accountId === null).sort(byMoment);
  return { records: new Map(records), rules: { journal: house, readings }, ofAccount };
}
