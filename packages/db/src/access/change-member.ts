import type { AccessScope, Role } from "@termwise/core/access";
import type { MemberId } from "@termwise/core/kernel";
import { and, eq } from "drizzle-orm";
import { sessions } from "../identity/tables/session.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { members } from "./tables/member.ts";

/** What can change of a membership. */
export interface MemberChange {
  readonly role?: Role | undefined;
  readonly scope?: AccessScope | undefined;
  readonly title?: string | null | undefined;
  readonly knownAs?: readonly string[] | undefined;
  readonly disabled?: boolean | undefined;
}

/** Changes a membership. Under `holdMembers`. */
export async function changeMember(
  tx: WorkspaceTransaction,
  memberId: MemberId,
  { knownAs, ...change }: MemberChange,
): Promise<void> {
  await tx.tables
    .update(members)
    .set({ ...change, ...(knownAs && { knownAs: [...knownAs] }) })
    .where(and(eq(members.workspaceId, tx.workspaceId), eq(members.id, memberId)));
}

/** Ends every session that has a membership open; how many there were. */
export async function endSessionsOf(tx: WorkspaceTransaction, memberId: MemberId): Promise<number> {
  const ended = await tx.tables
    .delete(sessions)
    .where(eq(sessions.memberId, memberId))
    .returning({ id: sessions.id });
  return ended.length;
}
