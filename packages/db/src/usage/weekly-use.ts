import type { UsageActivity } from "@termwise/core/facts";
import { type AccountId, type Day, daysBetween } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { anyRows } from "./load-use.ts";
import { byBytes } from "./packed/byte-order.ts";
import { touched } from "./packed/load-packed.ts";
import type { UsageDays, WeeklyUse } from "./stored-use.ts";
import { weeksOf } from "./weeks-of.ts";

/** Accounts times months whose weeks are added up in one go, where some of them are packed: nobody waits long for it. */
const atOnce = 50;

type Row = [
  account: AccountId,
  week: Day,
  feature: string | null,
  activity: UsageActivity,
  users: number,
  uses: number,
  days: number,
];

/** What uses from the first day of an ISO week to the last of another add up to by week, feature by feature and together. */
export async function loadWeeklyUse(tx: WorkspaceTransaction, { from, to }: UsageDays): Promise<WeeklyUse[]> {
  if (tx.usage) return tx.usage.weeks(tx.workspaceId, { from, to });
  const everybody = { accountIds: null, from, to };
  // Weeks that a packed month of anybody reaches into are told apart: a user of a week may be in both its months.
  const [found] = await tx.query<{ rows: Row[] | null; until: Day | null; accounts: AccountId[] | null }>(sql`
    with packed as materialized (select p.account, p.month from usage.packed_month p where ${touched(tx, everybody)}),
    apart as materialized (
      select least(date_trunc('week', max(month) + interval '1 month - 1 day')::date + 6, ${to}::date) as until from packed)
    select (select until::text from apart) as until,
      (select json_agg(account_id) from (
        select n.account_id from usage.packed_name n where n.workspace_id = ${tx.workspaceId}::uuid
          and n.number in (select account from packed)
        union select d.account_id from usage.account_day d where d.workspace_id = ${tx.workspaceId}::uuid
          and d.on_day between ${from}::date and (select until from apart)) as reached) as accounts,
      (select json_agg(json_build_array(account_id, week, feature, activity, users, uses, days)) from (
        select account_id, (date_trunc('week', on_day)::date + 6)::text as week,
          case when grouping(feature) = 1 then null else feature end as feature, activity,
          count(distinct user_id) filter (where user_id <> '') as users, sum(uses)::bigint as uses,
          count(distinct on_day) as days
        from usage.daily_use
        where workspace_id = ${tx.workspaceId}::uuid and on_day <= ${to}::date
          and on_day >= coalesce((select until + 1 from apart), ${from}::date)
        group by grouping sets
          ((account_id, date_trunc('week', on_day), activity, feature),
           (account_id, date_trunc('week', on_day), activity))
        having grouping(feature) = 1 or feature <> '') as weeks) as rows`);
  const weeks = (found?.rows ?? []).map(
    ([accountId, week, feature, activity, users, uses, activeDays]): WeeklyUse => ({
      accountId,
      week,
      feature,
      activity,
      users,
      uses,
      activeDays,
    }),
  );
  const [accounts, until] = [found?.accounts ?? [], found?.until ?? from];
  const together = Math.max(1, Math.floor(atOnce / Math.ceil((daysBetween(from, until) + 1) / 30)));
  for (let at = 0; at < accounts.length; at += together) {
    const accountIds = accounts.slice(at, at + together);
    for (const week of weeksOf(await anyRows(tx, { accountIds, from, to: until }))) weeks.push(week);
  }
  return weeks.sort(
    (a, b) =>
      byBytes(a.accountId, b.accountId) ||
      byBytes(a.week, b.week) ||
      byBytes(a.activity, b.activity) ||
      Number(a.feature === null) - Number(b.feature === null) ||
      byBytes(a.feature ?? "", b.feature ?? ""),
  );
}
