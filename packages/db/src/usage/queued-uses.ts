import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { QueuedRow } from "./queued-row.ts";
import type { IncomingEvent } from "./store-events.ts";

/** A use that is to be counted, and the source that told of it. */
export interface QueuedUse {
  readonly sourceId: string;
  readonly row: QueuedRow;
}

/** What events tell of use, as it stands in the queue. */
export const rowsOf = (events: readonly IncomingEvent[]): QueuedRow[] =>
  events.flatMap(({ use, groupId, userId, onDay }) =>
    use ? [[groupId ?? "", userId ?? "", use.feature ?? "", use.activity, onDay, use.uses] as const] : [],
  );

/** How many uses they are together. */
export const usesOf = (rows: readonly QueuedRow[]): number =>
  rows.reduce((sum, [, , , , , uses]) => sum + uses, 0);

/** Batches and uses that are taken at once. Of a file with a number in each row that number counts, which is less of it. */
const atOnce = { batches: 500, uses: 25_000 };

/**
 * Uses that were taken to be counted, each user, feature and day of a source once; `more`: as many as are taken at once
 * were there, so there may be others.
 */
export interface TakenUses {
  readonly uses: readonly QueuedUse[];
  readonly more: boolean;
}

/** Takes the oldest batches from the queue. Under the usage lane: whoever takes them counts them. */
export async function takeQueued(tx: WorkspaceTransaction): Promise<TakenUses> {
  const batches = await tx.query<{ sourceId: string; rows: QueuedRow[] }>(sql`
    with oldest as (
      select seq, uses from usage.queued_batch where workspace_id = ${tx.workspaceId}::uuid
      order by seq limit ${atOnce.batches}),
    summed as (select seq, sum(uses) over (order by seq) - uses as before from oldest)
    delete from usage.queued_batch where workspace_id = ${tx.workspaceId}::uuid
      and seq = any(array(select seq from summed where before < ${atOnce.uses}))
    returning source_id as "sourceId", rows`);
  const uses = summed(batches);
  const more = batches.length === atOnce.batches || usesOf(uses.map(({ row }) => row)) >= atOnce.uses;
  return { uses, more };
}

/** Uses that are told again and again, told once. No text of theirs holds a NUL character. */
function summed(batches: readonly { readonly sourceId: string; readonly rows: readonly QueuedRow[] }[]) {
  const byKey = new Map<string, QueuedUse>();
  for (const { sourceId, rows } of batches)
    for (const [groupId, userId, feature, activity, on, uses] of rows) {
      const key = `${sourceId}\0${groupId}\0${userId}\0${feature}\0${activity}${on}`;
      const before = byKey.get(key)?.row[5] ?? 0;
      byKey.set(key, { sourceId, row: [groupId, userId, feature, activity, on, before + uses] });
    }
  return [...byKey.values()];
}

/** Corrects what a batch tells, in the transaction that put it into the queue. */
export async function requeue(
  tx: WorkspaceTransaction,
  seq: bigint,
  rows: readonly QueuedRow[],
): Promise<void> {
  const which = sql`workspace_id = ${tx.workspaceId}::uuid and seq = ${seq}`;
  await tx.query(
    rows.length === 0
      ? sql`delete from usage.queued_batch where ${which}`
      : sql`update usage.queued_batch set uses = ${usesOf(rows)}, rows = ${JSON.stringify(rows)}::json where ${which}`,
  );
}
