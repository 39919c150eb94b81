import type { AccountId, Day } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { MainUser, UsageDays } from "./stored-use.ts";

/** The user of each account record with the most uses from one day to another; of two alike the first by name. */
export async function loadMainUsers(
  tx: WorkspaceTransaction,
  { from, to }: UsageDays,
): Promise<ReadonlyMap<AccountId, MainUser>> {
  if (tx.usage) return tx.usage.mainUsers(tx.workspaceId, { from, to });
  const [found] = await tx.query<{ rows: [string, string, string][] | null }>(sql`
    select json_agg(json_build_array(account_id, user_id, last)) as rows from (
      select distinct on (account_id) account_id, user_id, max(on_day)::text as last
      from usage.daily_use
      where workspace_id = ${tx.workspaceId}::uuid and activity = 'use' and user_id <> ''
        and on_day between ${from}::date and ${to}::date
      group by account_id, user_id
      order by account_id, sum(uses) desc, user_id collate "C") as main`);
  return new Map(
    (found?.rows ?? []).map(([id, userId, last]) => [id as AccountId, { userId, lastUse: last as Day }]),
  );
}
