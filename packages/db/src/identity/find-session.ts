import type { Instant, MemberId } from "@termwise/core/kernel";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { sessions } from "./tables/session.ts";
import { users } from "./tables/user.ts";

/** A signed-in browser and the person behind it. */
export interface OpenSession {
  readonly id: string;
  readonly memberId: MemberId | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly expiresAt: Date;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly secondFactor: boolean;
  };
}

/** The session of a token, over or not; null when there is none. As the identity role. */
export async function findSession(tx: Transaction, token: string): Promise<OpenSession | null> {
  const [row] = await tx.tables
    .select({
      id: sessions.id,
      memberId: sessions.memberId,
      createdAt: sessions.createdAt,
      updatedAt: sessions.updatedAt,
      expiresAt: sessions.expiresAt,
      user: {
        id: users.id,
        name: users.name,
        email: users.email,
        secondFactor: sql<boolean>`coalesce(${users.twoFactorEnabled}, false)`,
      },
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.token, token));
  return row ? { ...row, memberId: row.memberId as MemberId | null } : null;
}

/** Lets a session that is used live on until a moment. As the identity role. */
export async function prolongSession(tx: Transaction, id: string, now: Instant, until: Date): Promise<void> {
  await tx.tables
    .update(sessions)
    .set({ updatedAt: new Date(now), expiresAt: until })
    .where(eq(sessions.id, id));
}
