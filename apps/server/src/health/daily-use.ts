import { type AccountId, type Day, groupBy } from "@termwise/core/kernel";
import { loadAccountUse } from "@termwise/db";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import type { DailyUse } from "./world.ts";

/** What events add up to from a day to another, of some account records or of all. */
export const dailyUse = (
  termwise: Termwise,
  asked: Parameters<typeof loadAccountUse>[1],
): Promise<DailyUse> => termwise.read((tx) => loadAccountUse(tx, asked));

/** Customers whose use is held at once: some ten thousand days of it. */
const atOnce = 400;

/** Some customers, with what events add up to on the days asked about of all records they are made of. */
interface UsePart<Customer> {
  readonly customers: readonly Customer[];
  readonly daily: DailyUse;
}

/**
 * Goes through customers with their use, a few at a time: what is held does not grow with the number of customers. The use
 * of the next ones is read meanwhile.
 */
export async function* useInParts<Customer extends { readonly accountId: AccountId }>(
  whole: Termwise,
  customers: readonly Customer[],
  days: { readonly from: Day; readonly to: Day },
  size = atOnce,
): AsyncIterable<UsePart<Customer>> {
  const books = await whole.books();
  const { ofAccount } = customerRecords(books);
  const parts = groupBy(
    books.known.now.accounts.map(({ accountId }) => accountId),
    ofAccount,
  );
  const partFrom = async (from: number): Promise<UsePart<Customer>> => {
    const some = customers.slice(from, from + size);
    const accountIds = some.flatMap(({ accountId }) => parts.get(accountId) ?? [accountId]);
    return { customers: some, daily: await dailyUse(whole, { accountIds, ...days }) };
  };
  if (customers.length === 0) return;
  let next = partFrom(0);
  for (let from = size; from < customers.length; from += size) {
    const part = await next;
    next = partFrom(from);
    // Whoever stops before it is asked for is not told that it failed.
    next.catch(() => {});
    yield part;
  }
  yield await next;
}
