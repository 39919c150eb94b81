import { createHash } from "node:crypto";
import type { AuditAction } from "@termwise/core/access";
import type { Instant, WorkspaceId } from "@termwise/core/kernel";
import { desc, eq, sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
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

/** An event in its place in the workspace's chain. */
export interface AuditEntry extends Omit<AuditEvent, "origin"> {
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** What the first entry of a workspace follows. */
export const chainStart = "0".repeat(64);

/**
 * Adds an event to a workspace's audit log, in the caller's transaction: it is told if and only if it is done. Entries
 * of one workspace are added one after the other, so add them last. Works in a workspace's transaction, and as the
 * identity role or the owner for the workspace named.
 */
export async function appendAudit(
  tx: Transaction,
  workspaceId: WorkspaceId,
  event: AuditEvent,
): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${workspaceId}`}, 0))`);
  const [last] = await tx.tables
    .select({ seq: entries.seq, hash: entries.hash })
    .from(entries)
    .where(eq(entries.workspaceId, workspaceId))
    .orderBy(desc(entries.seq))
    .limit(1);
  const linked = {
    seq: (last?.seq ?? 0) + 1,
    at: event.at,
    actor: event.actor,
    action: event.action,
    subject: event.subject ?? null,
    details: plain(event.details ?? {}),
    requestId: event.requestId ?? null,
    previousHash: last?.hash ?? chainStart,
  };
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
    hash: hashOf(linked),
  });
  if (event.origin) await tx.tables.insert(origins).values({ workspaceId, seq: linked.seq, ...event.origin });
}

/** The hash of an entry: over everything in it and the hash of the one before, keys in order, so that one changed byte shows. */
export function hashOf(entry: Omit<AuditEntry, "hash">): string {
  return createHash("sha256").update(canonical(entry)).digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(",")}}`;
}

/** What JSON gives back of it, so that the hash is over what will be read. Text the store cannot hold is made safe. */
function plain(details: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const text = JSON.stringify(details, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\u0000", "\ufffd").replace(/\p{Cs}/gu, "\ufffd") : value,
  );
  return JSON.parse(text) as Record<string, unknown>;
}
