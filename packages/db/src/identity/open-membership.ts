import { Failure, type MemberId } from "@termwise/core/kernel";
import { eq } from "drizzle-orm";
import { findMemberships } from "../access/find-memberships.ts";
import { type AuditEvent, appendAudit } from "../audit/append-audit.ts";
import type { Transaction } from "../transaction.ts";
import { sessions } from "./tables/session.ts";

/** Which session opens which membership of its person, and who is told of it. */
export interface Opening {
  readonly sessionId: string;
  readonly userId: string;
  readonly memberId: MemberId;
  readonly acting: Omit<AuditEvent, "action">;
}

/** Lets a session look at another workspace of its person. `not_found` when it is not theirs. As the identity role. */
export async function openMembership(
  tx: Transaction,
  { sessionId, userId, memberId, acting }: Opening,
): Promise<void> {
  const found = (await findMemberships(tx, userId)).find(
    ({ member, workspace, demo }) => member.id === memberId && (!demo || workspace.demo),
  );
  if (!found) throw new Failure("not_found", "There is no such membership");
  await tx.tables.update(sessions).set({ memberId }).where(eq(sessions.id, sessionId));
  const actor = { kind: "member", id: memberId } as const;
  await appendAudit(tx, found.workspace.id, { ...acting, actor, action: "workspace_switched" });
}
