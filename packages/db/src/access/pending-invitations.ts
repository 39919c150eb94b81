import type { Instant, InvitationId, MemberId } from "@termwise/core/kernel";
import { and, asc, eq, isNull, type SQL } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { type Invitation, toInvitation } from "./invitation.ts";
import { invitations } from "./tables/invitation.ts";

const pending = (tx: WorkspaceTransaction, which: SQL | undefined) =>
  and(
    eq(invitations.workspaceId, tx.workspaceId),
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    which,
  );

/** The workspace's invitations that can still be taken up or, where they have expired, renewed; the oldest first. */
export async function loadInvitations(tx: WorkspaceTransaction): Promise<Invitation[]> {
  const rows = await tx.tables
    .select()
    .from(invitations)
    .where(pending(tx, undefined))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
  return rows.map(toInvitation);
}

/** Gives a pending invitation a new token, which the old one dies of. Null when there is no such invitation. */
export async function renewInvitation(
  tx: WorkspaceTransaction,
  { id, ...renewed }: { id: InvitationId; tokenHash: string; expiresAt: Instant; invitedBy: MemberId | null },
): Promise<Invitation | null> {
  const [row] = await tx.tables
    .update(invitations)
    .set(renewed)
    .where(pending(tx, eq(invitations.id, id)))
    .returning();
  return row ? toInvitation(row) : null;
}

/** Ends a pending invitation, or all that somebody sent; how many there were. */
export async function revokeInvitations(
  tx: WorkspaceTransaction,
  which: { id: InvitationId } | { invitedBy: MemberId },
  now: Instant,
): Promise<number> {
  const these = "id" in which ? eq(invitations.id, which.id) : eq(invitations.invitedBy, which.invitedBy);
  const rows = await tx.tables
    .update(invitations)
    .set({ revokedAt: now })
    .where(pending(tx, these))
    .returning({ id: invitations.id });
  return rows.length;
}
