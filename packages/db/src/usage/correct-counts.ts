import type { Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { requeue, rowsOf } from "./queued-uses.ts";
import type { EventCounts } from "./receipts.ts";
import type { Delivery, IncomingEvent } from "./store-events.ts";
import { unfolded } from "./unfolded.ts";

/** What was really stored of deliveries, and the batch that tells of all of it as if it were new; null: it told of no use. */
export interface StoredOf {
  readonly stored: ReadonlySet<string>;
  readonly batch: bigint | null;
}

/**
 * Corrects, in the transaction that put them down, receipts and uses of deliveries of which some events were known
 * already, or came twice. Answers with what became of each.
 */
export async function correctCounts(
  tx: WorkspaceTransaction,
  sourceId: string,
  deliveries: readonly Delivery[],
  { stored, batch }: StoredOf,
): Promise<EventCounts[]> {
  const left = new Set(stored);
  /** Each new event belongs to the first delivery that brought it. */
  const parted = deliveries.map(({ events }) => {
    const [fresh, known]: [IncomingEvent[], IncomingEvent[]] = [[], []];
    for (const event of events) (left.delete(event.messageId) ? fresh : known).push(event);
    return { fresh, known };
  });
  const kept = await digestsOf(
    tx,
    sourceId,
    parted.flatMap(({ known }) => known.map(({ messageId }) => messageId)),
  );
  const counts = deliveries.map(({ received, dead, differing }, at): EventCounts => {
    const { fresh, known } = parted[at] ?? { fresh: [], known: [] };
    const others = known.filter(({ messageId, digest }) => kept.get(messageId) !== digest);
    return {
      received,
      stored: fresh.length,
      duplicate: received - fresh.length - dead,
      dead,
      differing: differing + others.length,
    };
  });
  if (batch !== null) await requeue(tx, batch, rowsOf(parted.flatMap(({ fresh }) => fresh)));
  await correctReceipts(tx, sourceId, deliveries, counts);
  return counts;
}

async function digestsOf(
  tx: WorkspaceTransaction,
  sourceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string; digest: string }>(sql`
    select e.message_id as id, e.digest from ${unfolded([[...new Set(ids)]])} as given(id)
    join usage.event e on e.workspace_id = ${tx.workspaceId}::uuid and e.source_id = ${sourceId} and e.message_id = given.id`);
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

async function correctReceipts(
  tx: WorkspaceTransaction,
  sourceId: string,
  deliveries: readonly { readonly requestId: string; readonly at: Instant }[],
  counts: readonly EventCounts[],
): Promise<void> {
  const given = unfolded([
    deliveries.map(({ requestId }) => requestId),
    deliveries.map(({ at }) => at),
    counts.map(({ stored }) => stored),
    counts.map(({ duplicate }) => duplicate),
    counts.map(({ differing }) => differing),
  ]);
  await tx.query(sql`
    update usage.receipt r set stored = given.stored::bigint, duplicate = given.duplicate::bigint,
      differing = given.differing::bigint
    from ${given} as given(request_id, at, stored, duplicate, differing)
    where r.workspace_id = ${tx.workspaceId}::uuid and r.source_id = ${sourceId} and r.request_id = given.request_id
      and r.on_day = given.at::timestamptz::date`);
}
