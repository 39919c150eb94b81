import type { Instant, MemberId, WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";

/** When each member of a workspace last used a session that is still open; to five minutes. As the identity role. */
export async function loadLastSeen(
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<ReadonlyMap<MemberId, Instant>> {
  const rows = await tx.query<{ id: MemberId; at: Instant }>(sql`
    select m.id, max(s.updated_at) as at
    from access.member m join identity.session s on s.member_id = m.id
    where m.workspace_id = ${workspaceId}::uuid group by m.id`);
  return new Map(rows.map(({ id, at }) => [id, at]));
}
