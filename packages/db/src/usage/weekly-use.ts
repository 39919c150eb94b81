import type { UsageActivity } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { UsageDays, WeeklyUse } from "./stored-use.ts";

/** What uses from the first day of an ISO week to the last of another add up to by week, feature by feature and together. */
export async function loadWeeklyUse(tx: WorkspaceTransaction, { from, to }: UsageDays): Promise<WeeklyUse[]> {
  if (tx.usage) return tx.usage.weeks(tx.workspaceId, { from, to });
  const [found] = await tx.query<{
    rows: [string, string, string | null, UsageActivity, number, number, number][] | null;
  }>(sql`
    select json_agg(json_build_array(account_id, week, feature, activity, users, uses, days)) as rows from (
      select account_id, (date_trunc('week', on_day)::date + 6)::text as week,
        case when grouping(feature) = 1 then null else feature end as feature, activity,
        count(distinct user_id) filter (where user_id <> '') as users, sum(uses)::bigint as uses,
        count(distinct on_day) as days
      from usage.daily_use
      where workspace_id = ${tx.workspaceId}::uuid and on_day between ${from}::date and ${to}::date
      group by grouping sets
        ((account_id, date_trunc('week', on_day), activity, feature),
         (account_id, date_trunc('week', on_day), activity))
      having grouping(feature) = 1 or feature <> ''
      order by account_id collate "C", week, activity, feature collate "C") as weeks`);
  return (found?.rows ?? []).map(([accountId, week, feature, activity, users, uses, activeDays]) => ({
    accountId: accountId as AccountId,
    week: week as Day,
    feature,
    activity,
    users,
    uses,
    activeDays,
  }));
}
