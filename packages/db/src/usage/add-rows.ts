import { sql } from "drizzle-orm";
import { refuseUnstorable } from "../storable.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { StoredUse } from "./stored-use.ts";

/** Rows of one statement. */
const atOnce = 20_000;

/** Adds uses to the rows of their days, and nothing else: whoever adds sees to packed months and to sums. */
export async function addRows(tx: WorkspaceTransaction, uses: readonly StoredUse[]): Promise<void> {
  for (let from = 0; from < uses.length; from += atOnce) {
    const given = JSON.stringify(
      uses.slice(from, from + atOnce).map(({ accountId, on, userId, feature, activity, uses: n }) => ({
        account_id: accountId,
        on_day: on,
        user_id: userId,
        feature: feature ?? "",
        activity,
        uses: n,
      })),
    );
    refuseUnstorable(given);
    await tx.query(sql`
      insert into usage.daily_use (workspace_id, account_id, on_day, user_id, feature, activity, uses)
      select ${tx.workspaceId}::uuid, account_id, on_day, user_id, feature, activity, sum(uses)::bigint
      from json_to_recordset(${given}::json)
        as given(account_id text, on_day date, user_id text, feature text, activity text, uses bigint)
      group by account_id, on_day, user_id, feature, activity
      order by account_id, on_day, user_id, feature, activity
      on conflict (workspace_id, account_id, on_day, user_id, feature, activity)
      do update set uses = usage.daily_use.uses + excluded.uses`);
  }
}
