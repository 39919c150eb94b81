import type { PayGrant } from "@termwise/core/access";
import type { Day, Instant, MemberId, PayGrantId } from "@termwise/core/kernel";
import type { payGrants } from "./tables/pay-grant.ts";

/** A grant to read pay with its story: who gave it and when, and when it was withdrawn. */
export interface HeldPayGrant extends PayGrant {
  readonly id: PayGrantId;
  readonly grantedBy: MemberId | null;
  readonly grantedAt: Instant;
  readonly withdrawnAt: Instant | null;
}

export const toPayGrant = (row: typeof payGrants.$inferSelect): HeldPayGrant => ({
  id: row.id as PayGrantId,
  memberId: row.memberId as MemberId,
  subject: row.subjectId === null ? "all" : (row.subjectId as MemberId),
  reason: row.reason,
  from: row.fromDay as Day,
  until: row.untilDay as Day,
  grantedBy: row.grantedBy as MemberId | null,
  grantedAt: row.grantedAt as Instant,
  withdrawnAt: row.withdrawnAt as Instant | null,
});
