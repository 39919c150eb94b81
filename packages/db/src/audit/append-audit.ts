import type { AuditAction } from "@termwise/core/access";
import { Failure, type Instant, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { chainStart, hashOf, safe, storable } from "./chain.ts";
import { entries } from "./tables/entry.ts";
import { origins } from "./tables/origin.ts";

/** Who did it: a member, an API key, whoever runs the command line, Termwise itself, or nobody who is known. */
export const actorKinds = ["member", "key", "operator", "system", "nobody"] as const;
/** A kind of actor. */
export type ActorKind = (typeof actorKinds)[number];

/**
 * Something that was done. `subject` and the actor are ids, never names or mail addresses; `details` is what changed
 * (`{ before, after }`) or what it was about, without personal data. `origin` may be erased later.
 */
export interface AuditEvent {
  readonly at: Instant;
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  readonly action: AuditAction;
  readonly subject?: { readonly kind: string; readonly id: string } | null | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  readonly requestId?: string | null | undefined;
  readonly origin?: { readonly address: string | null; readonly userAgent: string | null } | undefined;
}

/**
 * Adds an event to a workspace's audit log, in the caller's transaction: it is told if and only if it is done. Entries
 * of one workspace are added one after the other, so add them last. Works in a workspace's transaction, and as the
 * identity role or the owner for the workspace named. `not_found` when that was removed meanwhile.
 */
export async function appendAudit(
  tx: Transaction,
  workspaceId: WorkspaceId,
  event: AuditEvent,
): Promise<void> {
  await holdChain(tx, workspaceId);
  const last = await lastOf(tx, workspaceId);
  const linked = storable({
    seq: (last.seq ?? 0) + 1,
    // As the column gives it back: in UTC, in milliseconds.
    at: new Date(event.at).toISOString() as Instant,
    actor: { kind: event.actor.kind, id: event.actor.id },
    action: event.action,
    subject: event.subject ? { kind: event.subject.kind, id: event.subject.id } : null,
    details: event.details ?? {},
    requestId: event.requestId ?? null,
    previousHash: last.hash ?? chainStart,
  });
  await tx.tables.insert(entries).values({
    workspaceId,
    seq: linked.seq,
    at: linked.at,
    actorKind: linked.actor.kind,
    actorId: linked.actor.id,
    action: linked.action,
    subjectKind: linked.subject?.kind ?? null,
    subjectId: linked.subject?.id ?? null,
    details: linked.details,
    requestId: linked.requestId,
    previousHash: linked.previousHash,
    hash: hashOf(workspaceId, linked),
  });
  const { origin } = event;
  if (!origin) return;
  await tx.tables.insert(origins).values({
    workspaceId,
    seq: linked.seq,
    address: origin.address === null ? null : safe(origin.address),
    userAgent: origin.userAgent === null ? null : safe(origin.userAgent),
  });
}

/**
 * Keeps others from adding to the chain until this transaction ends. What is read after it must be current: a snapshot
 * taken before would show an entry as the last that no longer is.
 */
export async function holdChain(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  const [held] = await tx.query<{ isolation: string }>(
    sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${workspaceId}`}, 0)),
               current_setting('transaction_isolation') as isolation`,
  );
  if (held?.isolation !== "read committed")
    throw new Error(
      `The audit log is written in a read committed transaction, not in a ${held?.isolation} one.`,
    );
}

/** The end of the chain. Whoever waited for a workspace that was being removed finds it gone. */
async function lastOf(tx: Transaction, workspaceId: WorkspaceId) {
  const [found] = await tx.query<{ seq: bigint | null; hash: string | null }>(sql`
    select last.seq, last.hash from workspace.workspace w
    left join lateral (select seq, hash from audit.entry e where e.workspace_id = w.id order by seq desc limit 1) last on true
    where w.id = ${workspaceId}::uuid`);
  if (!found) throw new Failure("not_found", "There is no such workspace.");
  return { seq: found.seq === null ? null : Number(found.seq), hash: found.hash };
}
