import type { AccountId } from "@termwise/core/kernel";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { AccountIndex } from "../ingest/account-index.ts";

/** The customers of the books by what other systems call them: by the ids of all their records, and by their names. */
export function knownAccounts(books: Books): AccountIndex {
  const { ofAccount } = customerRecords(books);
  const { accounts, attributes } = books.known.now;
  const index = new AccountIndex();
  for (const { accountId, externalIds } of accounts) {
    index.addKey("", accountId, ofAccount(accountId));
    for (const [system, id] of Object.entries(externalIds)) index.addKey(system, id, ofAccount(accountId));
  }
  const names = new Map<AccountId, { value: string | null; from: string }>();
  for (const { accountId, attribute, value, effectiveOn } of attributes)
    if (attribute === "name" && (names.get(accountId)?.from ?? "") <= effectiveOn)
      names.set(accountId, { value, from: effectiveOn });
  for (const [accountId, { value }] of names) if (value !== null) index.addName(value, ofAccount(accountId));
  return index;
}
