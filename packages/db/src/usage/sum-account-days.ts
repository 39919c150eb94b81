import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { StoredUse } from "./stored-use.ts";
import { unfolded } from "./unfolded.ts";

/** Sums up anew the days of accounts that uses are of. */
export async function sumDaysOf(
  tx: WorkspaceTransaction,
  uses: readonly Pick<StoredUse, "accountId" | "on">[],
): Promise<void> {
  if (uses.length === 0) return;
  const days = [...new Map(uses.map((use) => [`${use.on} ${use.accountId}`, use])).values()];
  const given = unfolded([days.map(({ accountId }) => accountId), days.map(({ on }) => on)]);
  await tx.query(sql`
    insert into usage.account_day (workspace_id, account_id, on_day, active_users, logins, uses, features)
    select ${tx.workspaceId}::uuid, d.account_id, d.on_day,
      count(distinct d.user_id) filter (where d.activity = 'use' and d.user_id <> ''),
      coalesce(sum(d.uses) filter (where d.activity = 'login'), 0)::bigint,
      coalesce(sum(d.uses) filter (where d.activity = 'use'), 0)::bigint,
      count(distinct d.feature) filter (where d.activity = 'use' and d.feature <> '')
    from ${given} as t(account_id, on_day)
    join usage.daily_use d
      on d.workspace_id = ${tx.workspaceId}::uuid and d.account_id = t.account_id and d.on_day = t.on_day::date
    group by d.account_id, d.on_day order by d.account_id, d.on_day
    on conflict (workspace_id, account_id, on_day) do update set active_users = excluded.active_users,
      logins = excluded.logins, uses = excluded.uses, features = excluded.features`);
}
