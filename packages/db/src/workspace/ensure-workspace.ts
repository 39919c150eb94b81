import { randomUUID } from "node:crypto";
import { Failure, type WorkspaceId } from "@termwise/core/kernel";
import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { asOwner, type Transaction } from "../transaction.ts";
import { workspaces } from "./tables/workspace.ts";
import { toWorkspace, type Workspace } from "./workspace.ts";

/** The store's first workspace, created (with this name, without data) when there is none. Safe to call at once from several processes. */
export function ensureWorkspace(db: Database, { name }: { name: string }): Promise<Workspace> {
  return asOwner(db, async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(hashtextextended('termwise workspaces', 0))`);
    const found = await tx.tables
      .select()
      .from(workspaces)
      .orderBy(asc(workspaces.createdAt), asc(workspaces.id))
      .limit(1);
    const [first] = found.length
      ? found
      : await tx.tables.insert(workspaces).values({ id: randomUUID(), name }).returning();
    if (!first) throw new Error("A workspace was created and not returned.");
    return toWorkspace(first);
  });
}

/**
 * A further workspace, without data or members. `refused` when one has the name: the command line tells them apart by
 * it. `tell` adds it to its own audit log, in the same transaction.
 */
export function createWorkspace(
  db: Database,
  { name }: { name: string },
  tell: (tx: Transaction, id: WorkspaceId) => Promise<void> = async () => {},
): Promise<Workspace> {
  const id = randomUUID() as string as WorkspaceId;
  return asOwner(
    db,
    async (tx) => {
      await tx.query(sql`select pg_advisory_xact_lock(hashtextextended('termwise workspaces', 0))`);
      const [taken] = await tx.tables.select().from(workspaces).where(eq(workspaces.name, name)).limit(1);
      if (taken)
        throw new Failure("refused", `There is a workspace called ${name} already. Choose another name`);
      const [created] = await tx.tables.insert(workspaces).values({ id, name }).returning();
      if (!created) throw new Error("A workspace was created and not returned.");
      await tell(tx, id);
      return toWorkspace(created);
    },
    { workspaceId: id },
  );
}
