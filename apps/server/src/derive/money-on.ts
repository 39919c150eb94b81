import type { Currency, Day } from "@termwise/core/kernel";
import { houseLedgerPolicy } from "@termwise/core/ledger";
import type { Books } from "./books.ts";

/** ARR in parts of several currencies as one amount of the reporting currency, at the rates of a day. Minor units. */
export function moneyOn(
  books: Books,
  on: Day,
): (parts: readonly { readonly amount: bigint; readonly currency: Currency }[]) => bigint {
  const currency = books.currency();
  if (currency === null) return () => 0n;
  const convert = books.book({ asOf: null, policy: houseLedgerPolicy, currency }).rates.on(on);
  return (parts) => parts.reduce((sum, part) => sum + convert(part.amount, part.currency), 0n);
}
