import { randomBytes } from "node:crypto";
import type { AccountId, Day, Instant, MemberId } from "@termwise/core/kernel";
import { and, desc, eq } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { notices } from "./tables/notice.ts";

/** Something to tell a member. */
export interface NewNotice {
  readonly memberId: MemberId;
  readonly kind: string;
  /** What it is about, so that a change is told once a day at most. */
  readonly subject: string;
  readonly accountId: AccountId | null;
  readonly at: Instant;
  readonly on: Day;
  readonly title: string;
  readonly detail: string | null;
  readonly path: string;
}

/** Something a member was told, and what they made of it. */
export interface Notice extends NewNotice {
  readonly id: string;
  readonly doneAt: Instant | null;
  readonly snoozedUntil: Day | null;
}

/** Tells members something; what one was told of a subject on a day is not told again. Returns how many are new. */
export async function addNotices(tx: WorkspaceTransaction, told: readonly NewNotice[]): Promise<number> {
  if (told.length === 0) return 0;
  const rows = told.map((notice) => ({
    ...notice,
    workspaceId: tx.workspaceId,
    id: `ntc_${randomBytes(10).toString("hex")}`,
  }));
  const added = await tx.tables
    .insert(notices)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: notices.id });
  return added.length;
}

const iso = (at: string) => new Date(at).toISOString() as Instant;

function noticeOf({ workspaceId: _, ...row }: typeof notices.$inferSelect): Notice {
  return {
    ...row,
    memberId: row.memberId as MemberId,
    accountId: row.accountId as AccountId | null,
    at: iso(row.at),
    on: row.on as Day,
    doneAt: row.doneAt === null ? null : iso(row.doneAt),
    snoozedUntil: row.snoozedUntil as Day | null,
  };
}

/** What a member was told, the latest first. */
export async function loadNotices(
  tx: WorkspaceTransaction,
  memberId: MemberId,
  limit: number,
): Promise<Notice[]> {
  const rows = await tx.tables
    .select()
    .from(notices)
    .where(and(eq(notices.workspaceId, tx.workspaceId), eq(notices.memberId, memberId)))
    .orderBy(desc(notices.at), desc(notices.id))
    .limit(limit);
  return rows.map(noticeOf);
}

/** Marks what a member was told as done, put off, or neither. False: they were told no such thing. */
export async function changeNotice(
  tx: WorkspaceTransaction,
  { id, memberId }: { readonly id: string; readonly memberId: MemberId },
  change: { readonly doneAt?: Instant | null; readonly snoozedUntil?: Day | null },
): Promise<boolean> {
  const changed = await tx.tables
    .update(notices)
    .set(change)
    .where(and(eq(notices.workspaceId, tx.workspaceId), eq(notices.id, id), eq(notices.memberId, memberId)))
    .returning({ id: notices.id });
  return changed.length > 0;
}
