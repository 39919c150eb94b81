import { type AccountId, atOnce, Currency, type Day, type Steps } from "@termwise/core/kernel";
import { inTurns } from "../breath.ts";
import { policyOn } from "../definitions/agreed.ts";
import { type AccountOnDay, accountsInSteps } from "./account-list.ts";
import type { Books } from "./books.ts";

const lists = new WeakMap<readonly AccountOnDay[], ReadonlyMap<AccountId, AccountOnDay>>();

/** Every customer in the books on a day, by its id; ARR is in minor units of the reporting currency. */
export function accountsOnDay(books: Books, on: Day): ReadonlyMap<AccountId, AccountOnDay> {
  return atOnce(listing(books, on));
}

/** The same where it can wait: others are let in while the accounts of a large book are listed. */
export function accountsOnDayInTurns(books: Books, on: Day): Promise<ReadonlyMap<AccountId, AccountOnDay>> {
  return inTurns(listing(books, on));
}

function* listing(books: Books, on: Day): Steps<ReadonlyMap<AccountId, AccountOnDay>> {
  // Without contract lines there is no currency yet, and every ARR is 0.
  const currency = books.currency() ?? Currency.parse("USD");
  const { ledger: policy } = policyOn(books.known.now, on);
  const book = yield* books.bookInSteps({ asOf: null, policy, currency });
  const list = yield* accountsInSteps(books.known.now, book, on);
  const known = lists.get(list) ?? new Map(list.map((account) => [account.accountId, account]));
  lists.set(list, known);
  return known;
}
