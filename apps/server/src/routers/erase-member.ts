import type { MemberId } from "@termwise/core/kernel";
import { appendAudit, eraseMember, inIdentity } from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import type { Termwise } from "../termwise.ts";

/** Erases the personal data of a former member; the log tells that it was done, and knows them by id alone. */
export async function eraseFormerMember(
  { termwise: { db, workspaceId }, acting }: { termwise: Termwise; acting: Acting },
  id: MemberId,
): Promise<null> {
  await inIdentity(db, async (tx) => {
    await eraseMember(tx, workspaceId, id, acting.at);
    await appendAudit(tx, workspaceId, {
      ...acting,
      action: "member_erased",
      subject: { kind: "member", id },
    });
  });
  return null;
}
