import { labelMapOn } from "@termwise/core/divergence";
import { type Dimension, dimensions } from "@termwise/core/facts";
import { Currency, type Day } from "@termwise/core/kernel";
import type { QueueCase } from "@termwise/core/work";
import type { AccountOnDay } from "../derive/account-list.ts";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { standingOf } from "../derive/standings.ts";
import { compareOnce } from "../divergence/compare.ts";
import { bookOf, type HeldAccount, type Holder } from "./whose-book.ts";

/** A customer of a book, as its queue and its lists read it. */
export interface BookCase extends QueueCase {
  readonly roles: HeldAccount["roles"];
  readonly account: AccountOnDay;
}

type Filters = Partial<Record<Dimension, readonly string[]>>;

/**
 * The customers somebody holds on a day, those a filter leaves, with everything their queue and lists read of them but their
 * health.
 */
export function casesOf(
  books: Books,
  { holder, filters = {}, on }: { holder: Holder; filters?: Filters | undefined; on: Day },
): BookCase[] {
  const all = customerRecords(books);
  const accounts = accountsOnDay(books, on);
  const labels = labelMapOn(all.rules, on);
  const currency = books.currency() ?? Currency.parse("USD");
  return bookOf(all, holder, on).flatMap(({ record, roles }): BookCase[] => {
    const account = accounts.get(record.accountId);
    if (!account || !dimensions.every((one) => filters[one]?.includes(account[one] ?? "") ?? true)) return [];
    const { name, arr, renewalOn } = account;
    const standing = standingOf(record, all.rules, on);
    const { divergences } = compareOnce(record, all.rules, on, labels);
    return [
      {
        record,
        rules: all.rules,
        name,
        arr,
        currency,
        renewalOn,
        standing,
        divergences,
        health: null,
        roles,
        account,
      },
    ];
  });
}
