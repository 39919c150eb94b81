import type { AccountId, Day } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { byBytes } from "./packed/byte-order.ts";
import { nameAt, namedMonths, type PackedRows, packedRows, touched } from "./packed/load-packed.ts";
import { eachUse } from "./packed/pack-uses.ts";
import type { MainUser, UsageDays } from "./stored-use.ts";

/** Accounts with packed months that are looked at together. */
const atOnce = 100;

/** A user of an account with how often they used the product, and the last day they did. */
type UserSum = [account: AccountId, user: string, uses: number, last: Day];

/** The user of each account record with the most uses from one day to another; of two alike the first by name. */
export async function loadMainUsers(
  tx: WorkspaceTransaction,
  { from, to }: UsageDays,
): Promise<ReadonlyMap<AccountId, MainUser>> {
  if (tx.usage) return tx.usage.mainUsers(tx.workspaceId, { from, to });
  const everybody = { accountIds: null, from, to };
  const [found] = await tx.query<{ rows: UserSum[] | null; packed: AccountId[] | null }>(sql`
    with packed as materialized (
      select n.account_id from usage.packed_name n where n.workspace_id = ${tx.workspaceId}::uuid
        and n.number in (select p.account from usage.packed_month p where ${touched(tx, everybody)}))
    select (select json_agg(account_id) from packed) as packed,
      (select json_agg(json_build_array(account_id, user_id, uses, last)) from (
        select distinct on (account_id) account_id, user_id, sum(uses)::bigint as uses, max(on_day)::text as last
        from usage.daily_use
        where workspace_id = ${tx.workspaceId}::uuid and activity = 'use' and user_id <> ''
          and on_day between ${from}::date and ${to}::date and account_id not in (select account_id from packed)
        group by account_id, user_id
        order by account_id, sum(uses) desc, user_id collate "C") as main) as rows`);
  const main = new Map((found?.rows ?? []).map(([id, userId, , last]) => [id, { userId, lastUse: last }]));
  const packed = found?.packed ?? [];
  for (let at = 0; at < packed.length; at += atOnce)
    for (const [id, user] of mostOf(
      await sumsOf(tx, { accountIds: packed.slice(at, at + atOnce), from, to }),
    ))
      main.set(id, user);
  return new Map([...main].sort(([a], [b]) => byBytes(a, b)));
}

/** What users of accounts with packed months did, from rows and packed months of one statement: a user may be in both. */
async function sumsOf(
  tx: WorkspaceTransaction,
  question: UsageDays & { readonly accountIds: readonly AccountId[] },
): Promise<UserSum[]> {
  const { accountIds, from, to } = question;
  const [found] = await tx.query<{ rows: UserSum[] | null; packed: PackedRows }>(sql`
    select ${packedRows(tx, question, "uses")} as packed, (
      select json_agg(json_build_array(account_id, user_id, uses, last)) from (
        select account_id, user_id, sum(uses)::bigint as uses, max(on_day)::text as last from usage.daily_use
        where workspace_id = ${tx.workspaceId}::uuid and activity = 'use' and user_id <> ''
          and on_day between ${from}::date and ${to}::date
          and account_id in (select json_array_elements_text(${JSON.stringify(accountIds)}::json))
        group by account_id, user_id) as sums) as rows`);
  const sums = found?.rows ?? [];
  for (const { accountId, users, bytes, dayAt } of found ? namedMonths(found.packed) : [])
    eachUse(bytes, ({ user, login, day, uses }) => {
      const on = dayAt(day);
      if (!login && user > 0 && on >= from && on <= to) sums.push([accountId, nameAt(users, user), uses, on]);
    });
  return sums;
}

function mostOf(sums: readonly UserSum[]): Map<AccountId, MainUser> {
  const accounts = new Map<AccountId, Map<string, { uses: number; last: Day }>>();
  for (const [id, user, uses, last] of sums) {
    const users = accounts.get(id) ?? new Map<string, { uses: number; last: Day }>();
    accounts.set(id, users);
    const known = users.get(user);
    users.set(user, {
      uses: uses + (known?.uses ?? 0),
      last: known && known.last > last ? known.last : last,
    });
  }
  return new Map(
    [...accounts].flatMap(([id, users]) => {
      const [first] = [...users].sort(([a, x], [b, y]) => y.uses - x.uses || byBytes(a, b));
      return first ? [[id, { userId: first[0], lastUse: first[1].last }]] : [];
    }),
  );
}
