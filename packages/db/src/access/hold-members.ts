import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { loadMembers, type MemberPerson } from "./load-members.ts";

/**
 * The members of the workspace, held until the transaction ends: nobody else changes members or invites meanwhile. So a
 * rule over all of them, such as the last admin staying, holds under any number of changes at once.
 */
export async function holdMembers(tx: WorkspaceTransaction): Promise<MemberPerson[]> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`members ${tx.workspaceId}`}, 0))`);
  return loadMembers(tx, tx.workspaceId);
}
