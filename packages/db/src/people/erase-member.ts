import { Failure, type Instant, type MemberId, type WorkspaceId } from "@termwise/core/kernel";
import { and, eq, sql } from "drizzle-orm";
import { randomText } from "../access/new-id.ts";
import { members } from "../access/tables/member.ts";
import { users } from "../identity/tables/user.ts";
import type { Transaction } from "../transaction.ts";

/**
 * Erases the personal data of a former member: the membership stays with its id and belongs to nobody who can be named
 * or signed in. The person goes with their password, sessions and second factor, unless they are a member elsewhere; so
 * do the addresses of their invitations and from where they did what they did. `refused` while they are enabled. As the
 * identity role.
 */
export async function eraseMember(
  tx: Transaction,
  workspaceId: WorkspaceId,
  memberId: MemberId,
  now: Instant,
): Promise<void> {
  const own = and(eq(members.workspaceId, workspaceId), eq(members.id, memberId));
  const [found] = await tx.tables
    .select()
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(own)
    .for("update");
  if (!found) throw new Failure("not_found", "There is no such member");
  const { member, user } = found;
  if (!member.disabled)
    throw new Failure("refused", "They are still a member. Disable them first, then erase their data");
  const userId = `usr_${randomText()}`;
  await tx.tables.insert(users).values({
    id: userId,
    name: "Former member",
    email: `${userId.toLowerCase()}@erased.invalid`,
    demo: user.demo,
  });
  await tx.tables.update(members).set({ userId, title: null, knownAs: [] }).where(own);
  await tx.query(sql`delete from identity.session where member_id = ${memberId}`);
  await tx.query(sql`update access.invitation set email = ${`${userId.toLowerCase()}@erased.invalid`},
    title = null, known_as = '{}', revoked_at = case when accepted_at is null then coalesce(revoked_at, ${now}::timestamptz) else revoked_at end
    where workspace_id = ${workspaceId}::uuid and email = ${user.email}`);
  await tx.query(sql`delete from audit.origin o using audit.entry e where o.workspace_id = ${workspaceId}::uuid
    and e.workspace_id = o.workspace_id and e.seq = o.seq and e.actor_id = ${memberId}`);
  const elsewhere = await tx.tables.select().from(members).where(eq(members.userId, user.id)).limit(1);
  if (elsewhere.length > 0) return;
  await tx.query(sql`delete from identity.verification where value = ${user.id}`);
  await tx.tables.delete(users).where(eq(users.id, user.id));
}
