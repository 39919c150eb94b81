import type { AuditAction } from "@termwise/core/access";
import type { Instant } from "@termwise/core/kernel";
import { and, asc, desc, eq, gt, gte, lt, lte, type SQL } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { ActorKind } from "./append-audit.ts";
import type { AuditEntry } from "./chain.ts";
import { toEntry } from "./entry.ts";
import { entries } from "./tables/entry.ts";
import { origins } from "./tables/origin.ts";

/** Which entries are asked for. `from` is the first moment, `until` the first moment that no longer counts. */
export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly actorKind?: ActorKind | undefined;
  readonly action?: AuditAction | undefined;
  readonly subject?: string | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/** A page of the log: the newest before a place, or the oldest after one. */
export interface AuditPage extends AuditFilter {
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  /** No later entry than this one. */
  readonly through?: number | undefined;
  readonly limit: number;
}

/** An entry with from where it was done, as far as that is still known. */
export interface AuditEntryWithOrigin extends AuditEntry {
  readonly address: string | null;
  readonly userAgent: string | null;
}

/** Entries of the workspace's audit log, newest first; oldest first when asked for those `after` a place. */
export async function loadAudit(
  tx: WorkspaceTransaction,
  { actor, actorKind, action, subject, from, until, before, after, through, limit }: AuditPage,
): Promise<AuditEntryWithOrigin[]> {
  const wanted: (SQL | undefined)[] = [
    eq(entries.workspaceId, tx.workspaceId),
    actor === undefined ? undefined : eq(entries.actorId, actor),
    actorKind === undefined ? undefined : eq(entries.actorKind, actorKind),
    action === undefined ? undefined : eq(entries.action, action),
    subject === undefined ? undefined : eq(entries.subjectId, subject),
    from === undefined ? undefined : gte(entries.at, from),
    until === undefined ? undefined : lt(entries.at, until),
    before === undefined ? undefined : lt(entries.seq, before),
    after === undefined ? undefined : gt(entries.seq, after),
    through === undefined ? undefined : lte(entries.seq, through),
  ];
  const rows = await tx.tables
    .select()
    .from(entries)
    .leftJoin(origins, and(eq(origins.workspaceId, entries.workspaceId), eq(origins.seq, entries.seq)))
    .where(and(...wanted))
    .orderBy(after === undefined ? desc(entries.seq) : asc(entries.seq))
    .limit(limit);
  return rows.map(({ entry, origin }) => ({
    ...toEntry(entry),
    address: origin?.address ?? null,
    userAgent: origin?.userAgent ?? null,
  }));
}
