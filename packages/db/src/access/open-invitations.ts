import { grants, roles } from "@termwise/core/access";
import type { Instant, MemberId } from "@termwise/core/kernel";
import { and, asc, eq, gt, isNull, or, type SQL, sql } from "drizzle-orm";
import { accounts } from "../identity/tables/account.ts";
import { users } from "../identity/tables/user.ts";
import type { Transaction } from "../transaction.ts";
import { workspaces } from "../workspace/tables/workspace.ts";
import { type Invitation, toInvitation } from "./invitation.ts";
import { randomText } from "./new-id.ts";
import { invitations } from "./tables/invitation.ts";
import { members } from "./tables/member.ts";

/** An invitation that can be taken up, with what whoever holds its token may know. */
export interface OpenInvitation {
  readonly invitation: Invitation;
  readonly workspace: string;
  /** Null: the command line. */
  readonly inviter: string | null;
  /** Who has the address already, and the hash of their password if they have one. */
  readonly person: {
    readonly userId: string;
    readonly secondFactor: boolean;
    readonly passwordHash: string | null;
  } | null;
}

const inviters = sql.join(
  roles.filter((role) => grants.members_manage[role] !== undefined).map((role) => sql`${role}`),
  sql`, `,
);

/** Not used, not revoked, not expired, and whoever sent it may still invite. */
const open = (now: Instant, which: SQL) =>
  and(
    which,
    isNull(invitations.acceptedAt),
    isNull(invitations.revokedAt),
    gt(invitations.expiresAt, now),
    or(
      isNull(invitations.invitedBy),
      sql`exists (select from access.member sender where sender.workspace_id = ${invitations.workspaceId}
        and sender.id = ${invitations.invitedBy} and not sender.disabled
        and sender.role in (${inviters}))`,
    ),
  );

/** The invitation a token's hash belongs to, while it can be taken up; else null. As the identity role. */
export async function findInvitation(
  tx: Transaction,
  tokenHash: string,
  now: Instant,
): Promise<OpenInvitation | null> {
  const [row] = await tx.tables
    .select({
      invitation: invitations,
      workspace: workspaces.name,
      inviter: sql<
        string | null
      >`(select u.name from access.member m join identity."user" u on u.id = m.user_id
        where m.workspace_id = ${invitations.workspaceId} and m.id = ${invitations.invitedBy})`,
      userId: users.id,
      secondFactor: users.twoFactorEnabled,
      passwordHash: accounts.password,
    })
    .from(invitations)
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .leftJoin(users, eq(users.email, invitations.email))
    .leftJoin(accounts, and(eq(accounts.userId, users.id), eq(accounts.providerId, "credential")))
    .where(open(now, eq(invitations.tokenHash, tokenHash)));
  if (!row) return null;
  const { invitation, workspace, inviter, userId, secondFactor, passwordHash } = row;
  const person = userId === null ? null : { userId, secondFactor: secondFactor === true, passwordHash };
  return { invitation: toInvitation(invitation), workspace, inviter, person };
}

/** The invitations of an address that can be taken up, the oldest first. As the identity role. */
export async function findInvitationsOf(tx: Transaction, email: string, now: Instant): Promise<Invitation[]> {
  const rows = await tx.tables
    .select()
    .from(invitations)
    .where(open(now, eq(invitations.email, email)))
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
  return rows.map(toInvitation);
}

/**
 * Makes a person a member as an invitation says and uses it up; of any number of tries at once one succeeds. Null when it
 * can no longer be taken up, or with a token other than its present one. A person who is a member already stays what
 * they are (`isNew` false). As the identity role.
 */
export async function takeUpInvitation(
  tx: Transaction,
  { workspaceId, id, role, scope, title, knownAs }: Invitation,
  { userId, tokenHash, now }: { userId: string; tokenHash?: string; now: Instant },
): Promise<{ memberId: MemberId; isNew: boolean } | null> {
  const mine = sql`${invitations.workspaceId} = ${workspaceId}::uuid and ${invitations.id} = ${id}`;
  const which = tokenHash === undefined ? mine : sql`${mine} and ${invitations.tokenHash} = ${tokenHash}`;
  const used = await tx.tables
    .update(invitations)
    .set({ acceptedAt: now })
    .where(open(now, which))
    .returning({ id: invitations.id });
  if (used.length === 0) return null;
  const memberId = `mem_${randomText()}` as MemberId;
  const made = await tx.tables
    .insert(members)
    .values({ workspaceId, id: memberId, userId, role, scope, title, knownAs: [...knownAs], joinedAt: now })
    .onConflictDoNothing({ target: [members.workspaceId, members.userId] })
    .returning({ id: members.id });
  return { memberId, isNew: made.length > 0 };
}
