import type { UseOfDay } from "@termwise/core/health";
import type { AccountId, Day } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { type PackedRows, packedRows, unpackSums } from "./packed/load-packed.ts";
import type { UsageDays } from "./stored-use.ts";

/**
 * Which transaction last counted uses on a day, of all days from one to another that any were counted on. What is kept
 * elsewhere is not told of.
 */
export async function dayStamps(
  tx: WorkspaceTransaction,
  { from, to }: UsageDays,
): Promise<ReadonlyMap<Day, string>> {
  const rows = await tx.query<{ on: Day; stamp: string }>(sql`
    select on_day::text as "on", xid::text as stamp from usage.counted_day
    where workspace_id = ${tx.workspaceId}::uuid and on_day between ${from}::date and ${to}::date`);
  return new Map(rows.map(({ on, stamp }) => [on, stamp]));
}

/** A day as it travels, or the packed months of all days: names and numbers as one text each are told and read fastest. */
type Travelled =
  | { readonly on: Day; readonly accounts: string; readonly sums: string; readonly packed: null }
  | { readonly on: null; readonly accounts: null; readonly sums: null; readonly packed: PackedRows };

/**
 * What the uses of everybody add up to on some days, in their order: a pass over the days as they lie, where
 * {@link loadAccountUse} looks for those of each account. Days without any are left out. What is kept elsewhere is not told of.
 */
export async function loadUseByDay(tx: WorkspaceTransaction, days: readonly Day[]): Promise<UseOfDay[]> {
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const rows = await tx.query<Travelled>(sql`
    select on_day::text as "on", string_agg(account_id, ',') as accounts,
      string_agg(active_users || ',' || logins || ',' || uses || ',' || features, ',') as sums, null::json as packed
    from usage.account_day
    where workspace_id = ${tx.workspaceId}::uuid and on_day = any(${`{${days.join()}}`}::date[])
    group by on_day
    union all
    select null, null, null, ${packedRows(tx, { accountIds: null, from, to }, "days")}`);
  const found = new Map<Day, { accountIds: AccountId[]; sums: number[] }>();
  for (const { on, accounts, sums } of rows)
    if (on !== null)
      found.set(on, { accountIds: accounts.split(",") as AccountId[], sums: JSON.parse(`[${sums}]`) });
  const packed = rows.find(({ on }) => on === null)?.packed;
  for (const { accountId, on, activeUsers, logins, uses, features } of packed
    ? unpackSums(packed, { from, to })
    : []) {
    const ofDay = found.get(on) ?? { accountIds: [], sums: [] };
    found.set(on, ofDay);
    ofDay.accountIds.push(accountId);
    ofDay.sums.push(activeUsers, logins, uses, features);
  }
  return days.flatMap((on) => {
    const ofDay = found.get(on);
    return ofDay ? [{ on, ...ofDay }] : [];
  });
}
