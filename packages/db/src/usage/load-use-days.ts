import { type Day, firstDayOf, monthOf } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { unpackWhen } from "./packed/pack-days.ts";
import type { UsageDays } from "./stored-use.ts";

/** The days of a packed month are the first thing in its sums: within as many bytes. */
const whenBytes = 6;

/**
 * The days on which there was use of any account, in their order. Of rows each day is one look into the index, however
 * many accounts have it; of packed months no more is read than on which days they have use.
 */
export async function loadUseDays(tx: WorkspaceTransaction, days: UsageDays): Promise<Day[]> {
  if (tx.usage) return tx.usage.useDays(tx.workspaceId, days);
  const { from, to } = days;
  const [found] = await tx.query<{ rows: Day[] | null; packed: [Day, string][] | null }>(sql`
    with recursive told as (
      select (select min(on_day) from usage.account_day
        where workspace_id = ${tx.workspaceId}::uuid and on_day between ${from}::date and ${to}::date) as on_day
      union all
      select (select min(d.on_day) from usage.account_day d where d.workspace_id = ${tx.workspaceId}::uuid
        and d.on_day > told.on_day and d.on_day <= ${to}::date) from told where told.on_day is not null)
    select (select json_agg(on_day::text) from told where on_day is not null) as rows,
      (select json_agg(json_build_array(month::text, encode(mask, 'base64'))) from (
        select distinct month, substring(days from 1 for ${whenBytes}::int) as mask from usage.packed_month
        where workspace_id = ${tx.workspaceId}::uuid
          and month between ${firstDayOf(monthOf(from))}::date and ${to}::date and length(days) > 0) as months) as packed`);
  const all = new Set(found?.rows ?? []);
  for (const [month, mask] of found?.packed ?? [])
    for (const day of unpackWhen(Buffer.from(mask, "base64")))
      all.add(`${month.slice(0, 8)}${String(day + 1).padStart(2, "0")}` as Day);
  return [...all].filter((on) => on >= from && on <= to).sort();
}
