import { and, eq, isNotNull } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { accounts } from "./tables/account.ts";

const passwordOf = (userId: string) =>
  and(eq(accounts.userId, userId), eq(accounts.providerId, "credential"));

/** Whether a person has a password; who has none comes through an identity provider. As the identity role. */
export async function hasPassword(tx: Transaction, userId: string): Promise<boolean> {
  const rows = await tx.tables
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(passwordOf(userId), isNotNull(accounts.password)));
  return rows.length > 0;
}

/** Puts a new hash of the same password in place of an old one, unless the password was changed since. As the identity role. */
export async function renewPasswordHash(
  tx: Transaction,
  { userId, old, renewed }: { userId: string; old: string; renewed: string },
): Promise<void> {
  await tx.tables
    .update(accounts)
    .set({ password: renewed })
    .where(and(passwordOf(userId), eq(accounts.password, old)));
}
