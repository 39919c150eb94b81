import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { StoredUse } from "./stored-use.ts";
import { unfolded } from "./unfolded.ts";

/** Rows of one statement. */
const atOnce = 20_000;

/** Adds uses to the rows of their days, and nothing else: whoever adds sees to packed months and to sums. */
export async function addRows(tx: WorkspaceTransaction, uses: readonly StoredUse[]): Promise<void> {
  for (let from = 0; from < uses.length; from += atOnce) {
    const part = uses.slice(from, from + atOnce);
    const given = unfolded([
      part.map(({ accountId }) => accountId),
      part.map(({ on }) => on),
      part.map(({ userId }) => userId),
      part.map(({ feature }) => feature ?? ""),
      part.map(({ activity }) => activity),
      part.map(({ uses: times }) => times),
    ]);
    await tx.query(sql`
      insert into usage.daily_use (workspace_id, account_id, on_day, user_id, feature, activity, uses)
      select ${tx.workspaceId}::uuid, account_id, on_day::date, user_id, feature, activity, sum(uses::bigint)::bigint
      from ${given} as given(account_id, on_day, user_id, feature, activity, uses)
      group by 2, 3, 4, 5, 6 order by 2, 3, 4, 5, 6
      on conflict (workspace_id, account_id, on_day, user_id, feature, activity)
      do update set uses = usage.daily_use.uses + excluded.uses`);
  }
}
