import type { PayGrant } from "@termwise/core/access";
import type { Instant, MemberId, PayGrantId } from "@termwise/core/kernel";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { randomText } from "./new-id.ts";
import { type HeldPayGrant, toPayGrant } from "./pay-grant.ts";
import { payGrants } from "./tables/pay-grant.ts";

/** Every grant to read pay there is or was in the workspace, the newest first; a withdrawn one says so. */
export async function loadPayGrants(tx: WorkspaceTransaction): Promise<HeldPayGrant[]> {
  const rows = await tx.tables
    .select()
    .from(payGrants)
    .where(eq(payGrants.workspaceId, tx.workspaceId))
    .orderBy(desc(payGrants.grantedAt), desc(payGrants.id));
  return rows.map(toPayGrant);
}

/** Keeps a grant to read pay. */
export async function addPayGrant(
  tx: WorkspaceTransaction,
  grant: PayGrant,
  by: { readonly grantedBy: MemberId | null; readonly now: Instant },
): Promise<PayGrantId> {
  const id = `grant_${randomText()}` as PayGrantId;
  await tx.tables.insert(payGrants).values({
    workspaceId: tx.workspaceId,
    id,
    memberId: grant.memberId,
    subjectId: grant.subject === "all" ? null : grant.subject,
    reason: grant.reason,
    fromDay: grant.from,
    untilDay: grant.until,
    grantedBy: by.grantedBy,
    grantedAt: by.now,
  });
  return id;
}

/** Withdraws a grant; says whose it was, or null when there is none that still stands. */
export async function withdrawPayGrant(
  tx: WorkspaceTransaction,
  id: PayGrantId,
  now: Instant,
): Promise<HeldPayGrant | null> {
  const [row] = await tx.tables
    .update(payGrants)
    .set({ withdrawnAt: now })
    .where(
      and(eq(payGrants.workspaceId, tx.workspaceId), eq(payGrants.id, id), isNull(payGrants.withdrawnAt)),
    )
    .returning();
  return row ? toPayGrant(row) : null;
}
