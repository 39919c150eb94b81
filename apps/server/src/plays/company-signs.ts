import type { AccountId, Day } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { AccountSigns } from "@termwise/core/plays";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { healthSignsOf } from "./health-signs.ts";
import { signsOf } from "./signs.ts";

/** What is seen at every customer of the books of today. */
export async function companySigns(
  termwise: Termwise,
  books: Books,
): Promise<(record: CustomerRecord) => AccountSigns> {
  const health = await healthSignsOf(termwise);
  const { rules } = customerRecords(books);
  const today = termwise.today();
  const { timeZone } = await termwise.workspace();
  const renewals = new Map<AccountId, readonly Day[]>(
    books.ledgers().map(({ accountId, dueOn }) => [accountId, dueOn]),
  );
  // Whoever goes through all customers asks of each several times in a row.
  let last: { readonly record: CustomerRecord; readonly signs: AccountSigns } | null = null;
  return (record) => {
    const { accountId } = record;
    if (last?.record !== record)
      last = {
        record,
        signs: signsOf(record, {
          rules,
          health: health(accountId),
          today,
          timeZone,
          renewals: renewals.get(accountId) ?? [],
        }),
      };
    return last.signs;
  };
}
