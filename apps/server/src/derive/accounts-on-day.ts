import { type AccountId, Currency, type Day } from "@termwise/core/kernel";
import { policyOn } from "../definitions/agreed.ts";
import { type AccountOnDay, accountsOn } from "./account-list.ts";
import type { Books } from "./books.ts";

const lists = new WeakMap<readonly AccountOnDay[], ReadonlyMap<AccountId, AccountOnDay>>();

/** Every customer in the books on a day, by its id; ARR is in minor units of the reporting currency. */
export function accountsOnDay(books: Books, on: Day): ReadonlyMap<AccountId, AccountOnDay> {
  // Without contract lines there is no currency yet, and every ARR is 0.
  const currency = books.currency() ?? Currency.parse("USD");
  const book = books.book({ asOf: null, policy: policyOn(books.known.now, on).ledger, currency });
  const list = accountsOn(books.known.now, book, on);
  const known = lists.get(list) ?? new Map(list.map((account) => [account.accountId, account]));
  lists.set(list, known);
  return known;
}
