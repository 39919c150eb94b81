import type { AccountId } from "@termwise/core/kernel";
import { dayOfEpoch, epochDay } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { byBytes } from "./packed/byte-order.ts";
import { type PackedRows, packedRows, unpackSums } from "./packed/load-packed.ts";
import type { AccountUse, UsageQuestion } from "./stored-use.ts";

/** Bytes of a day: its number from the first one asked about, active users, logins, uses, features. */
const perDay = 28;

/** The days of an account as they travel: one after the other, many times cheaper to tell and to read than rows. */
const daysAsBytes = (
  from: string,
) => sql`string_agg(int4send(on_day - ${from}::date) || int4send(active_users)
  || int8send(logins) || int8send(uses) || int4send(features), ''::bytea)`;

/** What the uses of accounts add up to day by day, ordered by account and day; days without any have no row. */
export async function loadAccountUse(
  tx: WorkspaceTransaction,
  question: UsageQuestion,
): Promise<AccountUse[]> {
  if (tx.usage) return tx.usage.accountDays(tx.workspaceId, question);
  const { accountIds, from, to } = question;
  const when = sql`workspace_id = ${tx.workspaceId}::uuid and on_day between ${from}::date and ${to}::date`;
  // Of some accounts each is one walk along the index, whatever statistics say.
  const rows =
    accountIds === null
      ? sql`select account_id, ${daysAsBytes(from)} as days from usage.account_day where ${when} group by account_id`
      : sql`select account_id, days from json_array_elements_text(${JSON.stringify([...new Set(accountIds)])}::json) as given(id),
          lateral (select account_id, ${daysAsBytes(from)} as days from usage.account_day
            where ${when} and account_id = given.id group by account_id) as own`;
  const [found] = await tx.query<Travelled>(sql`
    select (select json_agg(json_build_array(account_id, encode(days, 'base64'))) from (${rows}) as asked) as rows,
      ${packedRows(tx, question, "days")} as packed`);
  const days: AccountUse[] = [];
  for (const [accountId, bytes] of found?.rows ?? []) addDays(days, accountId, bytes, epochDay(from));
  for (const sums of unpackSums(found?.packed ?? { months: null, names: null }, question)) days.push(sums);
  return days.every((day, at) => at === 0 || inOrder(days[at - 1]!, day) <= 0) ? days : days.sort(inOrder);
}

const inOrder = (a: AccountUse, b: AccountUse): number =>
  (a.accountId === b.accountId ? 0 : byBytes(a.accountId, b.accountId)) ||
  (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);

interface Travelled {
  readonly rows: readonly (readonly [AccountId, string])[] | null;
  readonly packed: PackedRows;
}

function addDays(days: AccountUse[], accountId: AccountId, base64: string, first: number): void {
  const bytes = Buffer.from(base64, "base64");
  for (let at = 0; at < bytes.length; at += perDay)
    days.push({
      accountId,
      on: dayOfEpoch(first + bytes.readInt32BE(at)),
      activeUsers: bytes.readInt32BE(at + 4),
      logins: wide(bytes, at + 8),
      uses: wide(bytes, at + 16),
      features: bytes.readInt32BE(at + 24),
    });
}

/** A whole number of eight bytes; no count of uses reaches 2^53. */
const wide = (bytes: Buffer, at: number): number =>
  bytes.readInt32BE(at) * 2 ** 32 + bytes.readUInt32BE(at + 4);
