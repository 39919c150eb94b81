import type { Day, Instant } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";

/** What became of events: received = stored + duplicate + dead. `differing` are duplicates with another content. */
export interface EventCounts {
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly dead: number;
  readonly differing: number;
}

/** The counts of a source on a day, UTC, and when the last of its events came. */
export interface SourceDay extends EventCounts {
  readonly sourceId: string;
  readonly on: Day;
  readonly lastAt: Instant;
}

/** Sums receipts up to one for each source and day, so that they do not grow with the requests. One transaction at a time. */
export async function sumReceipts(tx: WorkspaceTransaction): Promise<void> {
  await tx.query(sql`
    with gone as (
      delete from usage.receipt where workspace_id = ${tx.workspaceId}::uuid and request_id <> '' returning *)
    insert into usage.receipt as r
      (workspace_id, source_id, on_day, request_id, last_at, received, stored, duplicate, dead, differing)
    select ${tx.workspaceId}::uuid, source_id, on_day, '', max(last_at), sum(received)::bigint, sum(stored)::bigint,
      sum(duplicate)::bigint, sum(dead)::bigint, sum(differing)::bigint
    from gone group by source_id, on_day
    on conflict (workspace_id, source_id, on_day, request_id) do update set last_at = greatest(r.last_at, excluded.last_at),
      received = r.received + excluded.received, stored = r.stored + excluded.stored,
      duplicate = r.duplicate + excluded.duplicate, dead = r.dead + excluded.dead, differing = r.differing + excluded.differing`);
}

/** The counts of each source and day from a day on, by source and day. */
export async function loadSourceDays(tx: WorkspaceTransaction, from: Day): Promise<SourceDay[]> {
  const rows = await tx.query<Record<keyof SourceDay, string>>(sql`
    select source_id as "sourceId", on_day::text as "on", max(last_at) as "lastAt", sum(received)::text as received,
      sum(stored)::text as stored, sum(duplicate)::text as duplicate, sum(dead)::text as dead, sum(differing)::text as differing
    from usage.receipt where workspace_id = ${tx.workspaceId}::uuid and on_day >= ${from}::date
    group by source_id, on_day order by source_id, on_day`);
  return rows.map((row) => ({
    sourceId: row.sourceId,
    on: row.on as Day,
    lastAt: row.lastAt as Instant,
    received: Number(row.received),
    stored: Number(row.stored),
    duplicate: Number(row.duplicate),
    dead: Number(row.dead),
    differing: Number(row.differing),
  }));
}
