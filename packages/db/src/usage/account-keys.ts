import type { AccountId, Day, Instant, MemberId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";

/** A group, domain or user of the product, and the account it is. */
export interface AccountKey {
  /** `group:`, `domain:` or `user:` and the key. */
  readonly key: string;
  readonly accountId: AccountId;
}

/** Remembers which accounts keys are. What somebody said stands above what was found, and what waited for a key is looked at again. */
export async function storeAccountKeys(
  tx: WorkspaceTransaction,
  keys: readonly AccountKey[],
  { by, at }: { by: MemberId | string | null; at: Instant },
): Promise<void> {
  if (keys.length === 0) return;
  const given = JSON.stringify(keys);
  await tx.query(sql`
    insert into usage.account_key as k (workspace_id, key, account_id, mapped_by, mapped_at)
    select ${tx.workspaceId}::uuid, key, "accountId", ${by}, ${at}::timestamptz
    from json_to_recordset(${given}::json) as given(key text, "accountId" text) order by key
    on conflict (workspace_id, key) do update set account_id = excluded.account_id, mapped_by = excluded.mapped_by,
      mapped_at = excluded.mapped_at where excluded.mapped_by is not null`);
  await tx.query(sql`
    update usage.queued_use set waiting_for = null where workspace_id = ${tx.workspaceId}::uuid
    and waiting_for in (select given.key from json_to_recordset(${given}::json) as given(key text))`);
}

/** What uses wait for, with how many there are, of how many users, and from when to when. The most uses first. */
export interface WaitingKey {
  readonly key: string;
  readonly uses: number;
  readonly users: number;
  readonly from: Day;
  readonly to: Day;
  readonly sources: readonly string[];
}

/** What uses wait for, the most uses first. */
export async function loadWaiting(tx: WorkspaceTransaction, most: number): Promise<WaitingKey[]> {
  return tx.query(sql`
    select waiting_for as key, count(*)::int as uses, count(distinct user_id)::int as users, min(on_day)::text as "from",
      max(on_day)::text as "to", array_agg(distinct source_id order by source_id) as sources
    from usage.queued_use where workspace_id = ${tx.workspaceId}::uuid and waiting_for is not null
    group by waiting_for order by 2 desc, 1 limit ${most}`);
}

/** All that uses wait for. */
export async function loadWaitingKeys(tx: WorkspaceTransaction): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(sql`
    select distinct waiting_for as key from usage.queued_use
    where workspace_id = ${tx.workspaceId}::uuid and waiting_for is not null`);
  return rows.map(({ key }) => key);
}

/** Has what waits for a user looked at again where something was learnt of them meanwhile. Answers with how many uses. */
export async function wakeWaiting(tx: WorkspaceTransaction): Promise<number> {
  const rows = await tx.query(sql`
    update usage.queued_use q set waiting_for = null where q.workspace_id = ${tx.workspaceId}::uuid
    and q.waiting_for is not null and (
      exists (select from usage.account_key k where k.workspace_id = q.workspace_id
        and (k.key = q.waiting_for or k.key = 'user:' || q.user_id))
      or exists (select from usage.person p where p.workspace_id = q.workspace_id and p.user_id = q.user_id
        and q.group_id is null and q.waiting_for is distinct from
          case when p.group_id is not null then 'group:' || p.group_id
            when p.domain is not null then 'domain:' || p.domain else 'user:' || q.user_id end))
    returning 1`);
  return rows.length;
}

/** What a source brought and nobody has counted: what nobody has looked at yet, and what waits for its account. */
export interface SourceQueue {
  readonly sourceId: string;
  readonly fresh: number;
  readonly waiting: number;
  /** When the oldest came of what nobody has looked at. */
  readonly oldest: Instant | null;
}

/** How much nobody has counted, source by source; one that has everything counted is not told of. */
export async function loadQueues(tx: WorkspaceTransaction): Promise<SourceQueue[]> {
  return tx.query<SourceQueue>(sql`
    select q.source_id as "sourceId", count(*) filter (where q.waiting_for is null)::int as fresh,
      count(*) filter (where q.waiting_for is not null)::int as waiting,
      (select min(e.received_at) from usage.queued_use f join usage.event e using (workspace_id, source_id, message_id)
        where f.workspace_id = ${tx.workspaceId}::uuid and f.source_id = q.source_id and f.waiting_for is null) as oldest
    from usage.queued_use q where q.workspace_id = ${tx.workspaceId}::uuid group by q.source_id`);
}
