import type { Instant } from "@termwise/core/kernel";
import { and, desc, eq, gt, ne } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { sessions } from "./tables/session.ts";

/** A browser somebody is signed in with: what it says of itself and where it was when it signed in. Never its token. */
export interface BrowserSession {
  readonly id: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly createdAt: Instant;
  /** To within a few minutes: a session is marked as used once in a while. */
  readonly usedAt: Instant;
}

/** A person's sessions that were begun after `since` and are not over, the one used last first. As the identity role. */
export async function loadOpenSessions(
  tx: Transaction,
  userId: string,
  { now, since }: { now: Instant; since: Instant },
): Promise<BrowserSession[]> {
  const rows = await tx.tables
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      address: sessions.ipAddress,
      createdAt: sessions.createdAt,
      usedAt: sessions.updatedAt,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, userId),
        gt(sessions.expiresAt, new Date(now)),
        gt(sessions.createdAt, new Date(since)),
      ),
    )
    .orderBy(desc(sessions.updatedAt), sessions.id);
  return rows.map((row) => ({
    ...row,
    userAgent: row.userAgent || null,
    address: row.address || null,
    createdAt: row.createdAt.toISOString() as Instant,
    usedAt: row.usedAt.toISOString() as Instant,
  }));
}

/** Ends a session of a person; false when they have none with this id. As the identity role. */
export async function endSession(
  tx: Transaction,
  { id, userId }: { id: string; userId: string },
): Promise<boolean> {
  const ended = await tx.tables
    .delete(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.userId, userId)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends all sessions of a person but one, and answers with how many there were. As the identity role. */
export async function endOtherSessions(
  tx: Transaction,
  { keep, userId }: { keep: string; userId: string },
): Promise<number> {
  const ended = await tx.tables
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), ne(sessions.id, keep)))
    .returning({ id: sessions.id });
  return ended.length;
}
