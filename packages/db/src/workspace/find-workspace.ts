import { Failure } from "@termwise/core/kernel";
import { eq } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { workspaces } from "./tables/workspace.ts";
import { toWorkspace, type Workspace } from "./workspace.ts";

/** The transaction's own workspace. */
export async function findWorkspace(tx: WorkspaceTransaction): Promise<Workspace> {
  const [row] = await tx.tables.select().from(workspaces).where(eq(workspaces.id, tx.workspaceId));
  if (!row) throw new Failure("not_found", "There is no such workspace.");
  return toWorkspace(row);
}

/** The transaction's own workspace, held against changes by others until the transaction ends. */
export async function holdWorkspace(tx: WorkspaceTransaction): Promise<Workspace> {
  const [row] = await tx.tables
    .select()
    .from(workspaces)
    .where(eq(workspaces.id, tx.workspaceId))
    .for("no key update");
  if (!row) throw new Failure("not_found", "There is no such workspace.");
  return toWorkspace(row);
}
