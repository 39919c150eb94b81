import type { Day, Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { QueuedRow } from "./queued-row.ts";
import type { QueuedUse, TakenUses } from "./queued-uses.ts";
import { unfolded } from "./unfolded.ts";

/** A use that waits; `waitingFor` null: it is to be looked at again. */
export interface WaitingUse extends QueuedUse {
  readonly waitingFor: string | null;
}

/** Uses that are taken at once. */
const atOnce = 10_000;

/** Lets uses wait. What waits already of the same user, feature and day waits with them. */
export async function letWait(tx: WorkspaceTransaction, uses: readonly WaitingUse[]): Promise<void> {
  if (uses.length === 0) return;
  const given = unfolded([
    uses.map(({ sourceId }) => sourceId),
    ...([0, 1, 2, 3, 4, 5] as const).map((at) => uses.map(({ row }) => row[at])),
    uses.map(({ waitingFor }) => waitingFor),
  ]);
  await tx.query(sql`
    insert into usage.waiting_use as w
      (workspace_id, source_id, group_id, user_id, feature, activity, on_day, uses, waiting_for)
    select ${tx.workspaceId}::uuid, source_id, group_id, user_id, feature, activity, on_day::date,
      sum(uses::bigint)::bigint, max(waiting_for)
    from ${given} as given(source_id, group_id, user_id, feature, activity, on_day, uses, waiting_for)
    group by 2, 3, 4, 5, 6, 7 order by 2, 3, 4, 5, 6, 7
    on conflict (workspace_id, source_id, group_id, user_id, on_day, feature, activity)
    do update set uses = w.uses + excluded.uses, waiting_for = excluded.waiting_for`);
}

/** Takes uses that are to be looked at again. Under the usage lane: whoever takes them counts them or lets them wait. */
export async function takeWoken(tx: WorkspaceTransaction): Promise<TakenUses> {
  const uses = await tx.query<{ sourceId: string; row: QueuedRow }>(sql`
    delete from usage.waiting_use where workspace_id = ${tx.workspaceId}::uuid and ctid = any(array(
      select ctid from usage.waiting_use where workspace_id = ${tx.workspaceId}::uuid and waiting_for is null
      limit ${atOnce}))
    returning source_id as "sourceId", json_build_array(group_id, user_id, feature, activity, on_day, uses) as row`);
  return { uses, more: uses.length === atOnce };
}

/** Whether there are uses that are to be looked at again. */
export async function anyWoken(tx: WorkspaceTransaction): Promise<boolean> {
  const [row] = await tx.query<{ any: boolean }>(sql`
    select exists (select from usage.waiting_use
      where workspace_id = ${tx.workspaceId}::uuid and waiting_for is null) as any`);
  return row?.any ?? false;
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
    select waiting_for as key, sum(uses)::float8 as uses, count(distinct user_id)::int as users, min(on_day)::text as "from",
      max(on_day)::text as "to", array_agg(distinct source_id order by source_id) as sources
    from usage.waiting_use where workspace_id = ${tx.workspaceId}::uuid and waiting_for is not null
    group by waiting_for order by 2 desc, 1 limit ${most}`);
}

/** All that uses wait for. */
export async function loadWaitingKeys(tx: WorkspaceTransaction): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(sql`
    select distinct waiting_for as key from usage.waiting_use
    where workspace_id = ${tx.workspaceId}::uuid and waiting_for is not null`);
  return rows.map(({ key }) => key);
}

/** Has what waits for a user looked at again where something was learnt of them meanwhile. */
export async function wakeWaiting(tx: WorkspaceTransaction): Promise<void> {
  await tx.query(sql`
    update usage.waiting_use w set waiting_for = null where w.workspace_id = ${tx.workspaceId}::uuid
    and w.waiting_for is not null and (
      exists (select from usage.account_key k where k.workspace_id = w.workspace_id
        and (k.key = w.waiting_for or k.key = 'user:' || w.user_id))
      or exists (select from usage.person p where p.workspace_id = w.workspace_id and p.user_id = w.user_id
        and w.group_id = '' and w.waiting_for is distinct from
          case when p.group_id is not null then 'group:' || p.group_id
            when p.domain is not null then 'domain:' || p.domain else 'user:' || w.user_id end))`);
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
    select source_id as "sourceId", sum(fresh)::float8 as fresh, sum(waiting)::float8 as waiting, min(oldest) as oldest
    from (
      select source_id, uses as fresh, 0 as waiting, received_at as oldest
      from usage.queued_batch where workspace_id = ${tx.workspaceId}::uuid
      union all
      select source_id, case when waiting_for is null then uses else 0 end,
        case when waiting_for is null then 0 else uses end, null
      from usage.waiting_use where workspace_id = ${tx.workspaceId}::uuid) as left_over
    group by source_id`);
}
