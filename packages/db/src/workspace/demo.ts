import { Failure, type Instant, type WorkspaceId } from "@termwise/core/kernel";
import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { removeDemoMembers } from "../access/demo-members.ts";
import { asIdentity } from "../as-identity.ts";
import type { Database } from "../database.ts";
import { asOwner, type Transaction, type WorkspaceTransaction } from "../transaction.ts";
import { holdLaneOf } from "./hold-writer-lane.ts";
import { workspaces } from "./tables/workspace.ts";
import { dataSchemas, tenantTables } from "./tenant-tables.ts";

/**
 * Marks an empty workspace as the demo company's, and fills it, in one transaction: a crash leaves it empty and unmarked
 * or whole. All that is put into it from now on goes when the demo goes.
 */
export function markAsDemo(
  db: Database,
  workspaceId: WorkspaceId,
  fill: (tx: WorkspaceTransaction) => Promise<void> = async () => {},
): Promise<void> {
  return asOwner(
    db,
    async (tx) => {
      const { name, reportingCurrency, fiscalYearStart } = await hold(tx, workspaceId);
      // What is derived is not data: a catch-up of an empty workspace already leaves its mark there.
      for (const table of (await tenantTables(tx, dataSchemas)).filter(
        (name) => !name.startsWith("derived."),
      )) {
        const rows = await tx.query(
          sql`select 1 from ${sql.raw(table)} where workspace_id = ${workspaceId}::uuid limit 1`,
        );
        if (rows.length > 0)
          throw new Failure(
            "refused",
            "The workspace already holds data. The demo company needs an empty one.",
          );
      }
      await tx.tables
        .update(workspaces)
        .set({ demo: true, beforeDemo: { name, reportingCurrency, fiscalYearStart } })
        .where(eq(workspaces.id, workspaceId));
      await fill(Object.assign(tx, { workspaceId }));
    },
    { workspaceId },
  );
}

/** The settings the company had before the demo's came, as they were kept. */
const OwnSettings = z.object({
  name: z.string(),
  reportingCurrency: z.string().nullable(),
  fiscalYearStart: z.number(),
});
const unnamed = { name: "Workspace", reportingCurrency: null, fiscalYearStart: 1 };

/**
 * Removes the demo company: every row of a workspace marked as demo and its settings, in one transaction, and remembers
 * that it was removed. The workspace stays, empty, under the settings it had before. The owner does it, since the
 * application may not delete facts. `tell` adds what was done to the audit log, in the same transaction.
 */
export function removeDemo(
  db: Database,
  workspaceId: WorkspaceId,
  now: Instant,
  tell: (tx: Transaction) => Promise<void> = async () => {},
): Promise<void> {
  return asOwner(
    db,
    async (tx) => {
      const workspace = await hold(tx, workspaceId);
      if (!workspace.demo)
        throw new Failure("refused", "This workspace holds no demo data, so there is none to remove.");
      for (const table of await tenantTables(tx, dataSchemas))
        await tx.query(sql`delete from ${sql.raw(table)} where workspace_id = ${workspaceId}::uuid`);
      await tx.usage?.drop(workspaceId);
      const own = OwnSettings.safeParse(workspace.beforeDemo).data ?? unnamed;
      await tx.tables
        .update(workspaces)
        .set({ demo: false, demoRemovedAt: now, beforeDemo: null, ...own })
        .where(eq(workspaces.id, workspaceId));
      // Keys of invented people go with them.
      await tx.query(sql`
        delete from access.api_key where workspace_id = ${workspaceId}::uuid and created_by in (
          select m.id from access.member m join identity."user" u on u.id = m.user_id
          where m.workspace_id = ${workspaceId}::uuid and u.demo)`);
      await asIdentity(tx, () => removeDemoMembers(tx, workspaceId));
      await tell(tx);
    },
    { workspaceId },
  );
}

async function hold(tx: Transaction, workspaceId: WorkspaceId) {
  await holdLaneOf(tx, workspaceId);
  const [workspace] = await tx.tables.select().from(workspaces).where(eq(workspaces.id, workspaceId));
  if (!workspace) throw new Failure("not_found", "There is no such workspace.");
  return workspace;
}
