import type { AccountDay } from "@termwise/core/health";
import { type AccountId, type Day, groupBy } from "@termwise/core/kernel";
import { loadAccountUse } from "@termwise/db";
import { customerRecordsInTurns } from "../derive/customer-records.ts";
import type { Termwise } from "../termwise.ts";
import type { DailyUse } from "./world.ts";

/** What events add up to from a day to another, of some account records or of all. */
export async function dailyUse(
  termwise: Termwise,
  asked: { accountIds: Parameters<typeof loadAccountUse>[1]["accountIds"]; from: Day; to: Day },
): Promise<DailyUse> {
  const daily = new Map<AccountId, AccountDay[]>();
  let own: AccountDay[] = [];
  let of: AccountId | null = null;
  // They come account by account.
  for (const day of await termwise.read((tx) => loadAccountUse(tx, asked))) {
    if (day.accountId !== of) {
      of = day.accountId;
      own = [];
      daily.set(of, own);
    }
    own.push(day);
  }
  return daily;
}

/** Customers whose use is held at once: some ten thousand days of it. */
const atOnce = 400;

/** Some customers, with what events add up to on the days asked about of all records they are made of. */
interface UsePart<Customer> {
  readonly customers: readonly Customer[];
  readonly daily: DailyUse;
}

/** Goes through customers with their use, a few at a time: what is held does not grow with the number of customers. */
export async function* useInParts<Customer extends { readonly accountId: AccountId }>(
  whole: Termwise,
  customers: readonly Customer[],
  days: { readonly from: Day; readonly to: Day },
  size = atOnce,
): AsyncIterable<UsePart<Customer>> {
  const books = await whole.books();
  const { ofAccount } = await customerRecordsInTurns(books);
  const parts = groupBy(
    books.known.now.accounts.map(({ accountId }) => accountId),
    ofAccount,
  );
  for (let from = 0; from < customers.length; from += size) {
    const some = customers.slice(from, from + size);
    const accountIds = some.flatMap(({ accountId }) => parts.get(accountId) ?? [accountId]);
    yield { customers: some, daily: await dailyUse(whole, { accountIds, ...days }) };
  }
}
