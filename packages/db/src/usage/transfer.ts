import type { Day, WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { inWorkspace } from "../transaction.ts";
import { dailyRows } from "./load-use.ts";
import type { UsageStore } from "./usage-store.ts";

/**
 * Brings to a store of usage what the database had counted before there was one, month by month. Each month has its
 * name, so that bringing it again changes nothing; the database keeps its copy. Answers with how many uses there were.
 */
export async function transferUsage(db: Database, workspaceId: WorkspaceId, to: UsageStore): Promise<number> {
  const months = await inWorkspace(
    db,
    workspaceId,
    (tx) =>
      tx.query<{ from: Day; to: Day }>(sql`
        select distinct date_trunc('month', on_day)::date::text as "from",
          (date_trunc('month', on_day) + interval '1 month - 1 day')::date::text as "to"
        from (select on_day from usage.account_day where workspace_id = ${tx.workspaceId}::uuid
          union all select month from usage.packed_month where workspace_id = ${tx.workspaceId}::uuid) as day order by 1`),
    { readOnly: true },
  );
  let brought = 0;
  for (const month of months) {
    const uses = await inWorkspace(db, workspaceId, (tx) => dailyRows(tx, { accountIds: null, ...month }), {
      readOnly: true,
    });
    await to.add(workspaceId, [{ id: `before ${month.from.slice(0, 7)}`, uses }]);
    brought += uses.length;
  }
  return brought;
}
