import { asc } from "drizzle-orm";
import type { Database } from "../database.ts";
import { asOwner } from "../transaction.ts";
import { workspaces } from "./tables/workspace.ts";
import { toWorkspace, type Workspace } from "./workspace.ts";

/** Every workspace of the store, the first one first. */
export async function loadWorkspaces(db: Database): Promise<Workspace[]> {
  const rows = await asOwner(db, (tx) =>
    tx.tables.select().from(workspaces).orderBy(asc(workspaces.createdAt), asc(workspaces.id)),
  );
  return rows.map(toWorkspace);
}
