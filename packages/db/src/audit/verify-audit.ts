import type { WorkspaceId } from "@termwise/core/kernel";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { inWorkspace, type WorkspaceTransaction } from "../transaction.ts";
import { chainStart, hashOf } from "./chain.ts";
import { toEntry } from "./entry.ts";
import { entries } from "./tables/entry.ts";

/** An entry somebody noted outside the store: that it is still there shows that nothing up to it was cut off or rewritten. */
export interface AuditWitness {
  readonly seq: number;
  readonly hash: string;
}

/** What is wrong with an entry. */
export const auditFaults = {
  changed: "The entry is not as it was written",
  gap: "Entries before this one are missing",
  unlinked: "The entry does not follow the one before it",
  cut: "The log ends before this entry, which there was",
  rewritten: "The log is whole in itself, and is not the one whose hash was noted",
} as const;
/** A kind of fault. */
export type AuditFault = keyof typeof auditFaults;

/** The chain fits up to its last entry, or the first entry that does not fit. */
export type AuditVerdict =
  | { readonly ok: true; readonly count: number; readonly lastHash: string }
  | { readonly ok: false; readonly count: number; readonly seq: number; readonly fault: AuditFault };

/** Entries looked at in one statement. */
const slice = 1_000;

/**
 * Walks a workspace's whole audit log and recomputes every hash. It finds what was changed, taken out, put in or moved.
 * A cut-off end shows where the origin of a lost entry is still there, or against a witness; an end that was cut off
 * together with its origins, or a log rewritten whole by whoever owns the store, shows only against a witness.
 */
export async function verifyAudit(
  db: Database,
  workspaceId: WorkspaceId,
  witness: AuditWitness | null = null,
): Promise<AuditVerdict> {
  let [count, lastHash] = [0, chainStart];
  for (;;) {
    const rows = await inWorkspace(db, workspaceId, (tx) => sliceAfter(tx, count), { readOnly: true });
    for (const { text, ...row } of rows) {
      const entry = toEntry(row);
      const fault = faultOf(entry, { workspaceId, text, count, lastHash });
      if (fault !== null) return { ok: false, count, seq: entry.seq, fault };
      if (witness?.seq === entry.seq && witness.hash !== entry.hash)
        return { ok: false, count, seq: entry.seq, fault: "rewritten" };
      count = entry.seq;
      lastHash = entry.hash;
    }
    if (rows.length < slice) break;
  }
  const lost = await inWorkspace(db, workspaceId, (tx) => firstLost(tx, count), { readOnly: true });
  if (lost !== null) return { ok: false, count, seq: lost, fault: "cut" };
  if (witness !== null && witness.seq > count) return { ok: false, count, seq: witness.seq, fault: "cut" };
  return { ok: true, count, lastHash };
}

type Looked = typeof entries.$inferSelect & { text: string };

async function sliceAfter(tx: WorkspaceTransaction, seq: number): Promise<Looked[]> {
  const rows = await tx.tables
    .select({ entry: entries, text: sql<string>`${entries.details}::text` })
    .from(entries)
    // From the very first row on: none may hide before the one numbered 1.
    .where(and(eq(entries.workspaceId, tx.workspaceId), seq === 0 ? undefined : gt(entries.seq, seq)))
    .orderBy(asc(entries.seq))
    .limit(slice);
  return rows.map(({ entry, text }) => ({ ...entry, text }));
}

function faultOf(
  entry: ReturnType<typeof toEntry>,
  at: { workspaceId: WorkspaceId; text: string; count: number; lastHash: string },
): AuditFault | null {
  if (entry.seq !== at.count + 1) return "gap";
  // A key that stands twice is read once: the text itself must be the one that was written.
  if (JSON.stringify(entry.details) !== at.text) return "changed";
  if (hashOf(at.workspaceId, entry) !== entry.hash) return "changed";
  return entry.previousHash === at.lastHash ? null : "unlinked";
}

/** The first entry beyond the end of which the origin is still there. An entry and its origin are written together. */
async function firstLost(tx: WorkspaceTransaction, count: number): Promise<number | null> {
  const [found] = await tx.query<{ seq: bigint | null }>(sql`
    select min(seq) as seq from audit.origin o where workspace_id = ${tx.workspaceId}::uuid and seq > ${count}
      and not exists (select from audit.entry e where e.workspace_id = o.workspace_id and e.seq = o.seq)`);
  return found?.seq == null ? null : Number(found.seq);
}
