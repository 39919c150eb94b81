import { eq } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { dropChallenges } from "./drop-challenges.ts";
import { sessions } from "./tables/session.ts";
import { twoFactors } from "./tables/two-factor.ts";
import { users } from "./tables/user.ts";

/**
 * Takes a person's second factor away, with their sessions and what they had begun, for somebody who lost it. False when
 * they have none. As the identity role.
 */
export async function removeSecondFactor(tx: Transaction, userId: string): Promise<boolean> {
  const removed = await tx.tables
    .delete(twoFactors)
    .where(eq(twoFactors.userId, userId))
    .returning({ id: twoFactors.id });
  if (removed.length === 0) return false;
  await tx.tables.update(users).set({ twoFactorEnabled: false }).where(eq(users.id, userId));
  await tx.tables.delete(sessions).where(eq(sessions.userId, userId));
  await dropChallenges(tx, userId);
  return true;
}
