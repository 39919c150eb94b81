import { randomUUID } from "node:crypto";
import type { WorkspaceId } from "@termwise/core/kernel";
import { asc, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { asOwner } from "../transaction.ts";
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

/** A further workspace. */
export function createWorkspace(db: Database, { name }: { name: string }): Promise<Workspace> {
  const id = randomUUID() as string as WorkspaceId;
  return asOwner(db, async (tx) => {
    const [created] = await tx.tables.insert(workspaces).values({ id, name }).returning();
    if (!created) throw new Error("A workspace was created and not returned.");
    return toWorkspace(created);
  });
}
