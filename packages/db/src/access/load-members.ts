import type { WorkspaceId } from "@termwise/core/kernel";
import { asc, eq, sql } from "drizzle-orm";
import { users } from "../identity/tables/user.ts";
import type { Transaction } from "../transaction.ts";
import { type Member, toMember } from "./member.ts";
import { members } from "./tables/member.ts";

/** A member with the person behind the membership. */
export interface MemberPerson {
  readonly member: Member;
  readonly name: string;
  readonly email: string;
  readonly secondFactor: boolean;
  readonly demo: boolean;
}

/** The members of a workspace, disabled ones too, by name. */
export async function loadMembers(tx: Transaction, workspaceId: WorkspaceId): Promise<MemberPerson[]> {
  const rows = await tx.tables
    .select({
      member: members,
      name: users.name,
      email: users.email,
      secondFactor: sql<boolean>`coalesce(${users.twoFactorEnabled}, false)`,
      demo: users.demo,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, workspaceId))
    .orderBy(asc(users.name), asc(members.id));
  return rows.map((row) => ({ ...row, member: toMember(row.member) }));
}
