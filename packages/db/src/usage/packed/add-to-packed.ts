import { type AccountId, type Day, firstDayOf, monthOf } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../../transaction.ts";
import type { StoredUse } from "../stored-use.ts";
import { everyDay, type PackedRows, unpackUses } from "./load-packed.ts";
import { storePacked } from "./store-packed.ts";

/** Months of accounts that are packed anew together. */
const atOnce = 500;

/**
 * Moves uses that were just added as rows, and whose month is packed already, into their packed months: what is known of
 * a user, feature and day grows by what came late. Under the usage lane, so that rows of a packed month are those alone.
 */
export async function addToPacked(tx: WorkspaceTransaction, added: readonly StoredUse[]): Promise<void> {
  const months = new Map<string, { account: AccountId; month: Day; uses: StoredUse[] }>();
  for (const use of added) {
    const key = `${use.on.slice(0, 7)} ${use.accountId}`;
    const of = months.get(key);
    if (of) of.uses.push(use);
    else months.set(key, { account: use.accountId, month: firstDayOf(monthOf(use.on)), uses: [use] });
  }
  const all = [...months.values()];
  for (let at = 0; at < all.length; at += atOnce) await mergeInto(tx, all.slice(at, at + atOnce));
}

interface LateMonth {
  readonly account: AccountId;
  readonly month: Day;
  readonly uses: readonly StoredUse[];
}

async function mergeInto(tx: WorkspaceTransaction, late: readonly LateMonth[]): Promise<void> {
  const asked = JSON.stringify(late.map(({ account, month }) => ({ account, month })));
  const [found] = await tx.query<{ packed: PackedRows; late: [AccountId, Day][] | null }>(sql`
    with gone as (
      delete from usage.packed_month p
      using json_to_recordset(${asked}::json) as late(account text, month date)
        join usage.packed_name n on n.workspace_id = ${tx.workspaceId}::uuid and n.account_id = late.account
      where p.workspace_id = ${tx.workspaceId}::uuid and p.month = late.month and p.account = n.number
      returning p.account, p.month, p.uses, n.account_id)
    select (select json_agg(json_build_array(account_id, month::text)) from gone) as late,
      json_build_object(
        'months', (select json_agg(json_build_array(account, month::text, encode(uses, 'base64'))) from gone),
        'names', (select json_object_agg(number, json_build_array(account_id, names)) from usage.packed_name
          where workspace_id = ${tx.workspaceId}::uuid and exists (select from gone)
            and (number = 0 or number in (select account from gone)))) as packed`);
  if (!found?.late) return;
  const packed = new Set(found.late.map((pair) => JSON.stringify(pair)));
  const joining = late.filter(({ account, month }) => packed.has(JSON.stringify([account, month])));
  await tx.query(sql`
    delete from usage.daily_use d using json_array_elements(${JSON.stringify(found.late)}::json) as late
    where d.workspace_id = ${tx.workspaceId}::uuid and d.account_id = late->>0 and d.on_day >= (late->>1)::date
      and d.on_day < (late->>1)::date + interval '1 month'`);
  await storePacked(tx, [...unpackUses(found.packed, everyDay), ...joining.flatMap(({ uses }) => uses)]);
}
