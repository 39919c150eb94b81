import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { StoredUse } from "./stored-use.ts";
import { unfolded } from "./unfolded.ts";

/**
 * Sums up anew the days of accounts that uses are of, and says of these days that more was counted: also of those whose
 * uses went into a packed month.
 */
export async function sumDaysOf(
  tx: WorkspaceTransaction,
  uses: readonly Pick<StoredUse, "accountId" | "on">[],
): Promise<void> {
  if (uses.length === 0) return;
  const days = [...new Map(uses.map((use) => [`${use.on} ${use.accountId}`, use])).values()];
  const given = unfolded([days.map(({ accountId }) => accountId), days.map(({ on }) => on)]);
  await tx.query(sql`
    with given as materialized (select account_id, on_day::date as on_day from ${given} as t(account_id, on_day)),
    counted as (
      insert into usage.counted_day (workspace_id, on_day)
      select distinct ${tx.workspaceId}::uuid, on_day from given order by on_day
      on conflict (workspace_id, on_day) do update set xid = pg_current_xact_id())
    insert into usage.account_day (workspace_id, account_id, on_day, active_users, logins, uses, features)
    select ${tx.workspaceId}::uuid, d.account_id, d.on_day,
      count(distinct d.user_id) filter (where d.activity = 'use' and d.user_id <> ''),
      coalesce(sum(d.uses) filter (where d.activity = 'login'), 0)::bigint,
      coalesce(sum(d.uses) filter (where d.activity = 'use'), 0)::bigint,
      count(distinct d.feature) filter (where d.activity = 'use' and d.feature <> '')
    from given
    join usage.daily_use d
      on d.workspace_id = ${tx.workspaceId}::uuid and d.account_id = given.account_id and d.on_day = given.on_day
    group by d.account_id, d.on_day order by d.account_id, d.on_day
    on conflict (workspace_id, account_id, on_day) do update set active_users = excluded.active_users,
      logins = excluded.logins, uses = excluded.uses, features = excluded.features`);
}
