import { Failure, type Instant, type WorkspaceId } from "@termwise/core/kernel";
import { eq, sql } from "drizzle-orm";
import { asIdentity } from "../as-identity.ts";
import { type AuditEvent, appendAudit, holdChain } from "../audit/append-audit.ts";
import type { Database } from "../database.ts";
import { asOwner, type Transaction } from "../transaction.ts";
import { holdLaneOf } from "./hold-writer-lane.ts";
import { removedWorkspaces } from "./tables/removed.ts";
import { workspaces } from "./tables/workspace.ts";
import { tenantSchemas, tenantTables } from "./tenant-tables.ts";

/** Which workspace is to go, by the name somebody typed, and who wants it gone. */
export interface Removal {
  readonly name: string;
  readonly now: Instant;
  readonly acting: Omit<AuditEvent, "action">;
}

/**
 * Removes a workspace: every row of it, its members' sessions in it, and the people who are members of nothing else, in
 * one transaction. What stays is that it was removed, when and by whom, and the last place and hash of its audit log.
 * `refused` when the name is not the workspace's; then nothing changes. The owner does it, since the application may
 * not delete facts.
 */
export function removeWorkspace(
  db: Database,
  workspaceId: WorkspaceId,
  { name, now, acting }: Removal,
): Promise<void> {
  return asOwner(
    db,
    async (tx) => {
      await holdLaneOf(tx, workspaceId);
      // Whoever changes something tells the log last: holding it, all that was told is seen, and nothing else commits.
      await holdChain(tx, workspaceId);
      const [workspace] = await tx.tables.select().from(workspaces).where(eq(workspaces.id, workspaceId));
      if (workspace?.name !== name)
        throw new Failure("refused", "The name is not the workspace's. Type it exactly as it is written");
      await appendAudit(tx, workspaceId, { ...acting, action: "workspace_removed" });
      const end = await endOfChain(tx, workspaceId);
      await asIdentity(tx, () => dropPeople(tx, workspaceId));
      for (const table of await tenantTables(tx, tenantSchemas))
        await tx.query(sql`delete from ${sql.raw(table)} where workspace_id = ${workspaceId}::uuid`);
      await tx.usage?.drop(workspaceId);
      await tx.tables.delete(workspaces).where(eq(workspaces.id, workspaceId));
      await tx.tables
        .insert(removedWorkspaces)
        .values({ id: workspaceId, removedAt: now, removedBy: acting.actor.id, ...end });
    },
    { workspaceId },
  );
}

async function endOfChain(tx: Transaction, workspaceId: WorkspaceId) {
  const [end] = await tx.query<{ seq: bigint; hash: string }>(
    sql`select seq, hash from audit.entry where workspace_id = ${workspaceId}::uuid order by seq desc limit 1`,
  );
  if (!end) throw new Error("An audit log that was just written to is empty.");
  return { auditEntries: Number(end.seq), auditHash: end.hash };
}

/** Ends the sessions that look at the workspace, and removes who is a member of it alone, with all that is theirs. */
async function dropPeople(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  const here = sql`select id from access.member where workspace_id = ${workspaceId}::uuid`;
  await tx.query(sql`delete from identity.session where member_id in (${here})`);
  const gone = await tx.query<{ id: string }>(sql`
    delete from identity."user" u where exists (select from access.member m where m.user_id = u.id and m.workspace_id = ${workspaceId}::uuid)
      and not exists (select from access.member m where m.user_id = u.id and m.workspace_id <> ${workspaceId}::uuid)
    returning id`);
  for (const { id } of gone) await tx.query(sql`delete from identity.verification where value = ${id}`);
}
