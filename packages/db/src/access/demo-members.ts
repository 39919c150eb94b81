import type { AccessScope, Role } from "@termwise/core/access";
import type { Instant, WorkspaceId } from "@termwise/core/kernel";
import { and, asc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { users } from "../identity/tables/user.ts";
import { inIdentity, type Transaction } from "../transaction.ts";
import { workspaces } from "../workspace/tables/workspace.ts";
import { type Member, toMember } from "./member.ts";
import { randomText } from "./new-id.ts";
import { members } from "./tables/member.ts";
import { reportingLines } from "./tables/reporting-line.ts";

/** An invented person of the demo company; `reportsTo` is another one's address. */
export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly scope: AccessScope;
  readonly title: string | null;
  readonly reportsTo: string | null;
}

/**
 * Puts the demo company's people into a demo workspace nobody is a member of. They have no password: only the one-click
 * sign-in of a demo opens their session. Does nothing in a workspace with members, so that no invented person ever
 * stands beside a real one.
 */
export async function ensureDemoMembers(
  db: Database,
  workspaceId: WorkspaceId,
  people: readonly DemoPerson[],
  now: Instant,
): Promise<void> {
  await inIdentity(db, async (tx) => {
    const [workspace] = await tx.tables
      .select()
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId))
      .for("no key update");
    if (!workspace?.demo) return;
    const there = await tx.tables.select().from(members).where(eq(members.workspaceId, workspaceId)).limit(1);
    if (there.length > 0) return;
    const idOf = new Map(people.map(({ email }) => [email, `mem_${randomText()}`] as const));
    for (const { name, email, role, scope, title } of people) {
      const userId = `usr_${randomText()}`;
      await tx.tables.insert(users).values({ id: userId, name, email, emailVerified: true, demo: true });
      await tx.tables.insert(members).values({
        workspaceId,
        id: idOf.get(email) ?? "",
        userId,
        role,
        scope,
        title,
        knownAs: [name],
        joinedAt: now,
      });
    }
    for (const { email, reportsTo } of people)
      if (reportsTo !== null)
        await tx.tables.insert(reportingLines).values({
          workspaceId,
          memberId: idOf.get(email) ?? "",
          managerId: idOf.get(reportsTo) ?? null,
          effectiveOn: now.slice(0, 10),
          recordedAt: now,
        });
  });
}

/** Takes the demo company's people out of a workspace, and with them their sessions. As the identity role. */
export async function removeDemoMembers(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  const invented = await demoMembers(tx, workspaceId);
  for (const { member } of invented) {
    await tx.tables
      .delete(reportingLines)
      .where(and(eq(reportingLines.workspaceId, workspaceId), eq(reportingLines.memberId, member.id)));
    await tx.tables
      .delete(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, member.id)));
    await tx.tables.delete(users).where(and(eq(users.id, member.userId), eq(users.demo, true)));
  }
}

/** The demo company's people in a demo workspace. As the identity role. */
export async function demoMembers(
  tx: Transaction,
  workspaceId: WorkspaceId,
): Promise<{ member: Member; name: string }[]> {
  const rows = await tx.tables
    .select()
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.workspaceId, workspaceId), eq(users.demo, true)))
    .orderBy(asc(users.name));
  return rows.map(({ member, user }) => ({
    member: toMember(member as typeof members.$inferSelect),
    name: user.name,
  }));
}

/** Every demo workspace of the store whose members are all invented. As the identity role. */
export async function findDemoWorkspaces(tx: Transaction): Promise<WorkspaceId[]> {
  const rows = await tx.tables
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.demo, true))
    .orderBy(asc(workspaces.createdAt));
  return rows.map((row) => row.id as WorkspaceId);
}
