import type { AccountId, Day } from "@termwise/core/kernel";
import { loadAccountUse } from "@termwise/db";
import { customerRecords } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import { heldUse } from "./held-use.ts";
import type { DailyUse } from "./world.ts";

/** What events add up to from a day to another, of some account records or of all. */
export async function dailyUse(
  termwise: Termwise,
  asked: Parameters<typeof loadAccountUse>[1],
): Promise<DailyUse> {
  const found = await termwise.read((tx) => loadAccountUse(tx, asked));
  return { of: (id) => found.get(id) ?? [] };
}

/** Customers whose use is read at once: some ten thousand days of it. */
const atOnce = 400;
/** Customers of whom more than so many are asked about together: the use of everybody is read, and held. */
const few = 100;

/** Some customers, with what events add up to on the days asked about of all records they are made of. */
interface UsePart<Customer> {
  readonly customers: readonly Customer[];
  readonly daily: DailyUse;
}

/**
 * Goes through customers with their use, a few at a time. Where many are asked about and the days are not long ago, it is
 * taken from what is held of everybody ({@link heldUse}); else what is in memory does not grow with the number of customers,
 * and the use of the next ones is read meanwhile.
 */
export async function* useInParts<Customer extends { readonly accountId: AccountId }>(
  whole: Termwise,
  customers: readonly Customer[],
  days: { readonly from: Day; readonly to: Day },
  size = atOnce,
): AsyncIterable<UsePart<Customer>> {
  const { partsOf } = customerRecords(await whole.books());
  const held = customers.length > few ? await heldUse(whole, days) : null;
  const partFrom = async (from: number): Promise<UsePart<Customer>> => {
    const some = customers.slice(from, from + size);
    const accountIds = some.flatMap(({ accountId }) => partsOf(accountId));
    return { customers: some, daily: held ?? (await dailyUse(whole, { accountIds, ...days })) };
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
