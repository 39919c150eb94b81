import type { AccountKey } from "@termwise/db";
import type { Books } from "../derive/books.ts";
import { knownAccounts } from "../derive/known-accounts.ts";

/** Finds the customers that groups and domains are: by our ids, by those of other systems, by exact names, by domains. */
export function accountFinder(books: Books): (keys: readonly string[]) => AccountKey[] {
  const index = knownAccounts(books);
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
