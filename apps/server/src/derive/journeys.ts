import { dimensions } from "@termwise/core/facts";
import type { Day } from "@termwise/core/kernel";
import type { Journey } from "@termwise/core/lifecycle";
import type { AccountOnDay } from "./account-list.ts";
import { accountsOnDay } from "./accounts-on-day.ts";
import type { Books } from "./books.ts";
import { customerRecords } from "./customer-records.ts";
import { standingOf } from "./standings.ts";

/** Values of dimensions: AND between dimensions, OR between the values of one; `""` means "no value". */
type Values = { readonly [D in (typeof dimensions)[number]]?: readonly string[] | undefined };

/** Whether an account has one of the values asked for in every dimension asked for. */
export function isAmong(account: AccountOnDay, values: Values | undefined): boolean {
  return dimensions.every((dimension) => values?.[dimension]?.includes(account[dimension] ?? "") ?? true);
}

/** Customers with the ways they have come by a day, those that filters leave. */
export function journeysOn(books: Books, on: Day, values: Values | undefined): Journey[] {
  const accounts = accountsOnDay(books, on);
  const { records, rules } = customerRecords(books);
  return [...records.values()].flatMap((record) => {
    const account = accounts.get(record.accountId);
    if (account === undefined || !isAmong(account, values)) return [];
    return [{ record, history: standingOf(record, rules, on).history }];
  });
}
