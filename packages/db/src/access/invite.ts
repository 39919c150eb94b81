import type { Instant, InvitationId, MemberId } from "@termwise/core/kernel";
import { and, eq, isNull } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { Invitation, Offer } from "./invitation.ts";
import { toInvitation } from "./invitation.ts";
import { randomText } from "./new-id.ts";
import { invitations } from "./tables/invitation.ts";

/** Whom to invite to what. The address in lower case; of the token the hash. */
export interface Invite extends Offer {
  readonly email: string;
  readonly tokenHash: string;
  readonly invitedBy: MemberId | null;
  readonly now: Instant;
  readonly expiresAt: Instant;
}

/**
 * Invites an address, or renews its pending invitation with what is offered now: the old link is dead then. `before` is
 * the invitation as it was. Under `holdMembers`.
 */
export async function invite(
  tx: WorkspaceTransaction,
  { now, ...offered }: Invite,
): Promise<{ id: InvitationId; before: Invitation | null }> {
  const [pending] = await tx.tables
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.workspaceId, tx.workspaceId),
        eq(invitations.email, offered.email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .for("update");
  const values = { ...offered, knownAs: [...offered.knownAs] };
  if (!pending) {
    const id = `inv_${randomText()}` as InvitationId;
    await tx.tables
      .insert(invitations)
      .values({ workspaceId: tx.workspaceId, id, createdAt: now, ...values });
    return { id, before: null };
  }
  const { email: _, ...changed } = values;
  const before = toInvitation(pending);
  await tx.tables
    .update(invitations)
    .set(changed)
    .where(and(eq(invitations.workspaceId, tx.workspaceId), eq(invitations.id, before.id)));
  return { id: before.id, before };
}
