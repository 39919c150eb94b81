import { eq } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { preferences } from "./tables/preference.ts";
import { users } from "./tables/user.ts";

/** Gives a person another name. As the identity role. */
export async function renameUser(tx: Transaction, userId: string, name: string): Promise<void> {
  await tx.tables.update(users).set({ name, updatedAt: new Date() }).where(eq(users.id, userId));
}

/** What a person said of how the screens should be, as it was stored; null when they never did. As the identity role. */
export async function findPreferences(tx: Transaction, userId: string): Promise<unknown> {
  const [row] = await tx.tables
    .select({ value: preferences.value })
    .from(preferences)
    .where(eq(preferences.userId, userId));
  return row?.value ?? null;
}

/** Keeps what a person says of how the screens should be, in place of what they said before. As the identity role. */
export async function storePreferences(
  tx: Transaction,
  userId: string,
  value: Readonly<Record<string, unknown>>,
): Promise<void> {
  await tx.tables
    .insert(preferences)
    .values({ userId, value })
    .onConflictDoUpdate({ target: preferences.userId, set: { value } });
}
