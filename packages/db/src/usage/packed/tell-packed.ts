import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../../transaction.ts";
import { everyDay, type PackedRows, unpackSums, unpackUses } from "./load-packed.ts";
import { sumsColumn } from "./pack-days.ts";

/** Months of one fetch. */
const perFetch = 200;

/** Whether a table holds packed months or their names: bytes and numbers, which say nothing by themselves. */
export const isPacked = (table: string): boolean =>
  table === "usage.packed_month" || table === "usage.packed_name";

/** Tells packed months as the rows of `usage.account_day` and `usage.daily_use` that they were. */
export async function tellPacked(
  tx: WorkspaceTransaction,
  tell: (row: { readonly table: string; readonly json: string }) => void | Promise<void>,
): Promise<void> {
  const workspace = { workspace_id: tx.workspaceId };
  let after: readonly [month: string, account: number] = ["0001-01-01", 0];
  for (;;) {
    const [found] = await tx.query<Fetched>(sql`
      with month as materialized (
        select account, month, uses, days from usage.packed_month where workspace_id = ${tx.workspaceId}::uuid
          and (month, account) > (${after[0]}::date, ${after[1]}::int) order by month, account limit ${perFetch})
      select
        (select json_agg(json_build_array(account, month::text, encode(uses, 'base64')) order by month, account) from month) as uses,
        (select json_agg(json_build_array(account, month::text, encode(${sumsColumn}, 'base64')) order by month, account) from month) as days,
        (select json_object_agg(number, json_build_array(account_id, names)) from usage.packed_name
          where workspace_id = ${tx.workspaceId}::uuid and (number = 0 or number in (select account from month))) as names`);
    const [uses, days] = [found?.uses ?? [], found?.days ?? []];
    const names = found?.names ?? null;
    for (const { accountId, on, activeUsers, logins, uses: n, features } of unpackSums(
      { months: days, names },
      everyDay,
    )) {
      const row = { ...workspace, account_id: accountId, on_day: on, active_users: activeUsers };
      await tell({
        table: "usage.account_day",
        json: JSON.stringify({ ...row, logins: String(logins), uses: String(n), features }),
      });
    }
    for (const { accountId, on, userId, feature, activity, uses: n } of unpackUses(
      { months: uses, names },
      everyDay,
    )) {
      const row = {
        ...workspace,
        account_id: accountId,
        on_day: on,
        user_id: userId,
        feature: feature ?? "",
      };
      await tell({ table: "usage.daily_use", json: JSON.stringify({ ...row, activity, uses: String(n) }) });
    }
    const last = uses.at(-1);
    if (last === undefined || uses.length < perFetch) return;
    after = [last[1], last[0]];
  }
}

interface Fetched {
  readonly uses: PackedRows["months"];
  readonly days: PackedRows["months"];
  readonly names: PackedRows["names"];
}
