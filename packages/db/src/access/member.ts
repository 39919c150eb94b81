import type { AccessScope, Role } from "@termwise/core/access";
import type { Instant, MemberId, WorkspaceId } from "@termwise/core/kernel";
import type { members } from "./tables/member.ts";

/** A person's membership of a workspace. `knownAs`: the names they go by in the data, beside their own name and address. */
export interface Member {
  readonly id: MemberId;
  readonly workspaceId: WorkspaceId;
  readonly userId: string;
  readonly role: Role;
  readonly scope: AccessScope;
  readonly title: string | null;
  readonly knownAs: readonly string[];
  readonly disabled: boolean;
  readonly joinedAt: Instant;
}

export const toMember = (row: typeof members.$inferSelect): Member => ({
  id: row.id as MemberId,
  workspaceId: row.workspaceId as WorkspaceId,
  userId: row.userId,
  role: row.role as Role,
  scope: row.scope as AccessScope,
  title: row.title,
  knownAs: row.knownAs,
  disabled: row.disabled,
  joinedAt: row.joinedAt as Instant,
});
