import type { AuditAction } from "@termwise/core/access";
import type { Instant } from "@termwise/core/kernel";
import type { ActorKind } from "./append-audit.ts";
import type { AuditEntry } from "./chain.ts";
import type { entries } from "./tables/entry.ts";

/** A row of the audit log as an entry. */
export const toEntry = (row: typeof entries.$inferSelect): AuditEntry => ({
  seq: row.seq,
  at: row.at as Instant,
  actor: { kind: row.actorKind as ActorKind, id: row.actorId },
  action: row.action as AuditAction,
  subject: row.subjectKind === null ? null : { kind: row.subjectKind, id: row.subjectId ?? "" },
  details: row.details as Record<string, unknown>,
  requestId: row.requestId,
  previousHash: row.previousHash,
  hash: row.hash,
});
