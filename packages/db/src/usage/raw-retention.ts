import type { Day, MemberId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";

/** Days for which raw events are kept where nobody said otherwise. */
export const usualRawDays = 90;

/** How far back a workspace knows its raw events. */
export interface RawKeeping {
  /** Days for which they are kept. */
  readonly rawDays: number;
  /** The day before which some were dropped, whatever the setting says now; null: none ever was. */
  readonly droppedBefore: Day | null;
}

/** For how many days a workspace keeps raw events, and how far they have been dropped. */
export async function findRawKeeping(tx: WorkspaceTransaction): Promise<RawKeeping> {
  const [row] = await tx.query<RawKeeping>(
    sql`select raw_days as "rawDays", dropped_before::text as "droppedBefore"
        from usage.setting where workspace_id = ${tx.workspaceId}::uuid`,
  );
  return row ?? { rawDays: usualRawDays, droppedBefore: null };
}

/** Sets for how many days raw events are kept. */
export async function setRawDays(
  tx: WorkspaceTransaction,
  days: number,
  by: MemberId | string | null,
): Promise<void> {
  await tx.query(sql`
    insert into usage.setting (workspace_id, raw_days, changed_by) values (${tx.workspaceId}::uuid, ${days}, ${by})
    on conflict (workspace_id) do update set raw_days = excluded.raw_days, changed_by = excluded.changed_by`);
}

/**
 * Drops raw events of days before `before`, some thousands at a time; how many. What they add up to stays, also where it
 * is not counted yet or waits for its account. An event whose clock runs ahead stays until its own time is past, so that none can come
 * twice: one as old as those that were dropped is not taken in, which is remembered in the same transaction and for good.
 */
export async function dropRawEvents(tx: WorkspaceTransaction, before: Day): Promise<number> {
  const rows = await tx.query(sql`
    delete from usage.event e using (
      select source_id, message_id from usage.event d where d.workspace_id = ${tx.workspaceId}::uuid
        and d.on_day < ${before}::date and d.at < ${before}::date and d.received_at < ${before}::date limit 20000) as old
    where e.workspace_id = ${tx.workspaceId}::uuid and e.source_id = old.source_id and e.message_id = old.message_id
    returning 1`);
  if (rows.length > 0)
    await tx.query(sql`
      insert into usage.setting as s (workspace_id, raw_days, dropped_before)
      values (${tx.workspaceId}::uuid, ${usualRawDays}, ${before}::date)
      on conflict (workspace_id) do update set dropped_before = greatest(s.dropped_before, excluded.dropped_before)`);
  return rows.length;
}
