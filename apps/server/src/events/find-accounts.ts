import type { AccountId } from "@termwise/core/kernel";
import type { AccountKey } from "@termwise/db";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { AccountIndex } from "../ingest/account-index.ts";

/** Finds the customers that groups and domains are: by our ids, by those of other systems, by exact names, by domains. */
export function accountFinder(books: Books): (keys: readonly string[]) => AccountKey[] {
  const index = indexOf(books);
  return (keys) =>
    keys.flatMap((key) => {
      const [, kind, text = ""] = /^(group|domain|user):(.*)$/s.exec(key) ?? [];
      const found =
        kind === "group"
          ? (index.find(text, "") ?? index.findByDomain(text))
          : kind === "domain"
            ? index.findByDomain(text)
            : null;
      return found === null || found === "several" ? [] : [{ key, accountId: found.accountId }];
    });
}

function indexOf(books: Books): AccountIndex {
  const { ofAccount } = customerRecords(books);
  const { accounts, attributes } = books.known.now;
  const index = new AccountIndex();
  for (const { accountId, externalIds } of accounts) {
    index.addKey("", accountId, ofAccount(accountId));
    for (const [system, id] of Object.entries(externalIds)) index.addKey(system, id, ofAccount(accountId));
  }
  const latest = new Map<string, { accountId: AccountId; value: string | null; from: string }>();
  for (const { accountId, attribute, value, effectiveOn: from } of attributes) {
    if (attribute !== "name" && attribute !== "domain") continue;
    const known = latest.get(`${attribute} ${accountId}`);
    if (known === undefined || known.from <= from)
      latest.set(`${attribute} ${accountId}`, { accountId, value, from });
  }
  for (const [key, { accountId, value }] of latest) {
    if (value === null) continue;
    if (key.startsWith("name ")) index.addName(value, ofAccount(accountId));
    else index.addDomain(value, ofAccount(accountId));
  }
  return index;
}
