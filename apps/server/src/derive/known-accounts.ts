import type { AccountId } from "@termwise/core/kernel";
import { AccountIndex } from "../ingest/account-index.ts";
import type { Books } from "./books.ts";
import { customerRecords } from "./customer-records.ts";

const known = new WeakMap<Books, AccountIndex>();

/**
 * The customers of the books by what other systems call them: by the ids of all their records, by their names and by
 * their domains, as these are now. Made once for the same books.
 */
export function knownAccounts(books: Books): AccountIndex {
  const index = known.get(books) ?? indexOf(books);
  known.set(books, index);
  return index;
}

function indexOf(books: Books): AccountIndex {
  const { ofAccount } = customerRecords(books);
  const { accounts, attributes } = books.known.now;
  const index = new AccountIndex();
  for (const { accountId, externalIds } of accounts) {
    index.addKey("", accountId, ofAccount(accountId));
    for (const [system, id] of Object.entries(externalIds)) index.addKey(system, id, ofAccount(accountId));
  }
  type Said = { readonly value: string | null; readonly from: string };
  const latest = { name: new Map<AccountId, Said>(), domain: new Map<AccountId, Said>() };
  for (const { accountId, attribute, value, effectiveOn: from } of attributes) {
    if (attribute !== "name" && attribute !== "domain") continue;
    const before = latest[attribute].get(accountId);
    if (before === undefined || before.from <= from) latest[attribute].set(accountId, { value, from });
  }
  for (const [accountId, { value }] of latest.name)
    if (value !== null) index.addName(value, ofAccount(accountId));
  for (const [accountId, { value }] of latest.domain)
    if (value !== null) index.addDomain(value, ofAccount(accountId));
  return index;
}
