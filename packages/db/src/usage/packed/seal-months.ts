import type { UsageActivity } from "@termwise/core/facts";
import type { AccountId, Day } from "@termwise/core/kernel";
import { type SQL, sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../../transaction.ts";
import { storePacked } from "./store-packed.ts";

/** Months of accounts that one transaction packs. */
const atOnce = 20;

interface Due {
  readonly account: AccountId;
  readonly month: Day;
}

type Row = [AccountId, Day, user: string, feature: string, UsageActivity, uses: number];

/**
 * Packs months of accounts that ended before a day, the oldest first, some at a time: their rows become some bytes that
 * say the same. Under the usage lane, so that nothing is counted meanwhile. Answers with how many months were packed.
 */
export async function sealMonths(tx: WorkspaceTransaction, before: Day): Promise<number> {
  if (tx.usage) return 0;
  // Read off the index of days: what a transaction takes does not depend on how much there is.
  const due = await tx.query<Due>(sql`
    select distinct account_id as account, date_trunc('month', on_day)::date::text as month from (
      select account_id, on_day from usage.account_day where workspace_id = ${tx.workspaceId}::uuid
        and on_day < date_trunc('month', ${before}::date) order by on_day limit ${atOnce}) as oldest`);
  if (due.length === 0) return 0;
  const [found] = await tx.query<{ rows: Row[] | null }>(sql`
    select json_agg(json_build_array(d.account_id, d.on_day::text, d.user_id, d.feature, d.activity, d.uses)) as rows
    from usage.daily_use d ${dueOf(tx, due, "join")}`);
  const rows = found?.rows ?? [];
  await storePacked(
    tx,
    rows.map(([accountId, on, userId, feature, activity, uses]) => ({
      ...{ accountId, on, userId, activity, uses },
      feature: feature === "" ? null : feature,
    })),
  );
  const gone = await tx.query<{ n: number }>(sql`
    with gone as (delete from usage.daily_use d ${dueOf(tx, due)} returning 1) select count(*)::int as n from gone`);
  if (gone[0]?.n !== rows.length)
    throw new Error(`${rows.length} uses were packed, and ${gone[0]?.n} were there: they stay as they are.`);
  await tx.query(sql`delete from usage.account_day d ${dueOf(tx, due)}`);
  return due.length;
}

/** Joins rows `d` of a table with the months that are due. */
function dueOf(tx: WorkspaceTransaction, due: readonly Due[], how: "join" | "using" = "using"): SQL {
  return sql`${sql.raw(how)} json_to_recordset(${JSON.stringify(due)}::json) as due(account text, month date)
    ${sql.raw(how === "join" ? "on" : "where")} d.workspace_id = ${tx.workspaceId}::uuid and d.account_id = due.account
      and d.on_day >= due.month and d.on_day < due.month + interval '1 month'`;
}
