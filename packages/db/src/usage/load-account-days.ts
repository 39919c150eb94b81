import { type AccountUseReading, dayRead, inDayOrder } from "@termwise/core/health";
import { type AccountId, epochDay, groupBy } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { type PackedRows, packedRows, unpackSums } from "./packed/load-packed.ts";
import type { AccountUse, UsageQuestion } from "./stored-use.ts";

/** Numbers a day travels as: since 1970, active users, logins, uses, features. */
const perDay = 5;

/** The days of an account as they travel: their numbers one after the other, many times cheaper to tell and to read than rows. */
const daysTold = sql`string_agg(concat_ws(',', on_day - '1970-01-01'::date, active_users, logins, uses, features), ',') as days`;

/** An account with the numbers of its days. */
type Travelled = readonly [AccountId, ...number[]];

/** What the uses of accounts add up to day by day, the days of each in their order; days without any are not told of. */
export async function loadAccountUse(
  tx: WorkspaceTransaction,
  question: UsageQuestion,
): Promise<ReadonlyMap<AccountId, readonly AccountUseReading[]>> {
  if (tx.usage) return sumsByAccount(await tx.usage.accountDays(tx.workspaceId, question));
  const { accountIds, from, to } = question;
  const when = sql`workspace_id = ${tx.workspaceId}::uuid and on_day between ${from}::date and ${to}::date`;
  // Of some accounts each is one walk along the index, whatever statistics say.
  const rows =
    accountIds === null
      ? sql`select account_id, ${daysTold} from usage.account_day where ${when} group by account_id`
      : sql`select account_id, days from json_array_elements_text(${JSON.stringify([...new Set(accountIds)])}::json) as given(id),
          lateral (select account_id, ${daysTold} from usage.account_day
            where ${when} and account_id = given.id group by account_id) as own`;
  const [found] = await tx.query<{ rows: string | null; packed: PackedRows }>(sql`
    select (select string_agg(format('[%s,%s]', to_json(account_id), days), ',') from (${rows}) as asked) as rows,
      ${packedRows(tx, question, "days")} as packed`);
  const told: readonly Travelled[] = JSON.parse(`[${found?.rows ?? ""}]`);
  const byAccount = sumsByAccount(found ? unpackSums(found.packed, question) : []);
  for (const own of told) {
    const [days, packed] = [daysIn(own), byAccount.get(own[0])];
    byAccount.set(own[0], inDayOrder(packed ? [...packed, ...days] : days));
  }
  return byAccount;
}

function daysIn(told: Travelled): AccountUseReading[] {
  const number = (at: number) => Number(told[at]);
  return Array.from({ length: (told.length - 1) / perDay }, (_, day) => {
    const at = 1 + day * perDay;
    return dayRead({
      end: number(at),
      activeUsers: number(at + 1),
      logins: number(at + 2),
      uses: number(at + 3),
      features: number(at + 4),
    });
  });
}

/** Sums that come day by day, by account. */
const sumsByAccount = (sums: readonly AccountUse[]): Map<AccountId, readonly AccountUseReading[]> =>
  new Map(
    [...groupBy(sums, ({ accountId }) => accountId)].map(([id, own]) => [
      id,
      inDayOrder(own.map(({ on, ...day }) => dayRead({ end: epochDay(on), ...day }))),
    ]),
  );
