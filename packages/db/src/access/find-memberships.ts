import { and, asc, eq } from "drizzle-orm";
import { users } from "../identity/tables/user.ts";
import type { Transaction } from "../transaction.ts";
import { workspaces } from "../workspace/tables/workspace.ts";
import { toWorkspace, type Workspace } from "../workspace/workspace.ts";
import { type Member, toMember } from "./member.ts";
import { members } from "./tables/member.ts";

/** A membership and its workspace. */
export interface Membership {
  readonly member: Member;
  readonly workspace: Workspace;
  /** The person is one of the demo company's. */
  readonly demo: boolean;
}

/** The workspaces a person may open, in the order they joined them. As the identity role. */
export async function findMemberships(tx: Transaction, userId: string): Promise<Membership[]> {
  const rows = await tx.tables
    .select()
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, userId), eq(members.disabled, false)))
    .orderBy(asc(members.joinedAt), asc(members.id));
  return rows.map(({ member, workspace, user }) => ({
    member: toMember(member),
    workspace: toWorkspace(workspace),
    demo: user.demo,
  }));
}
