import type { AccessScope, Role } from "@termwise/core/access";
import type { Instant, InvitationId, MemberId, WorkspaceId } from "@termwise/core/kernel";
import type { invitations } from "./tables/invitation.ts";

/** What an invitation makes of whoever takes it up. */
export interface Offer {
  readonly role: Role;
  readonly scope: AccessScope;
  readonly title: string | null;
  readonly knownAs: readonly string[];
}

/** An invitation of one mail address (in lower case). Its token is not kept. `invitedBy`: null is the command line. */
export interface Invitation extends Offer {
  readonly id: InvitationId;
  readonly workspaceId: WorkspaceId;
  readonly email: string;
  readonly invitedBy: MemberId | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

export const toInvitation = (row: typeof invitations.$inferSelect): Invitation => ({
  id: row.id as InvitationId,
  workspaceId: row.workspaceId as WorkspaceId,
  email: row.email,
  role: row.role as Role,
  scope: row.scope as AccessScope,
  title: row.title,
  knownAs: row.knownAs,
  invitedBy: row.invitedBy as MemberId | null,
  createdAt: row.createdAt as Instant,
  expiresAt: row.expiresAt as Instant,
});
