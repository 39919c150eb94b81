import type { Instant, WorkspaceId } from "@termwise/core/kernel";
import {
  type Database,
  ensureDemoMembers,
  findDemoWorkspaces,
  inIdentity,
  isUnclaimed,
  type Transaction,
} from "@termwise/db";
import { demoPeople } from "./demo-people.ts";

/** The demo workspaces one may enter by a click: while nobody real has set the store up, and no longer. */
export async function demosOf(tx: Transaction): Promise<WorkspaceId[]> {
  return (await isUnclaimed(tx)) ? findDemoWorkspaces(tx) : [];
}

/** While nobody real has set the store up, the people of its demo workspaces are there to sign in as. */
export async function peopleDemos(db: Database, now: Instant): Promise<void> {
  for (const id of await inIdentity(db, demosOf)) await ensureDemoMembers(db, id, demoPeople(id), now);
}
