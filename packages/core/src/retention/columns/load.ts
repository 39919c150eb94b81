import type { Day } from "../../kernel/index.ts";
import type { Book } from "../book.ts";
import { accountBlockOf } from "./account-block.ts";
import { LedgerColumns } from "./ledger-columns.ts";

/** Whether every movement of a book is in its reporting currency: then exchange rates change nothing. */
function hasOneCurrency(book: Book): boolean {
  return book.accounts.every(({ movements }) => movements.every((m) => m.currency === book.currency));
}

/**
 * Lays a book out as columns, amounts converted at the rates of `ratesOn` (any day where the book has one currency).
 * Throws `too_large` when a sum of amounts might reach 2^53 minor units and `rate_missing` when a currency has no rate
 * by then: the plain fold is then the one to ask.
 */
export function columnsOf(book: Book, ratesOn: Day): LedgerColumns {
  const sum = (of: (account: Book["accounts"][number]) => number) =>
    book.accounts.reduce((total, account) => total + of(account), 0);
  const columns = new LedgerColumns(book.currency, hasOneCurrency(book) ? null : ratesOn, {
    accounts: book.accounts.length,
    rows: Math.ceil(sum((account) => account.movements.length) * 1.05),
    dues: sum((account) => account.dueOn.length),
  });
  const convert = book.rates.on(ratesOn);
  for (const account of book.accounts) columns.put(accountBlockOf(account, convert));
  return columns;
}
