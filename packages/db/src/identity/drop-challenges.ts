import { eq } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { verifications } from "./tables/verification.ts";

/** Ends what a person has begun and not finished: reset links and sign-ins that wait for a second factor. As the identity role. */
export async function dropChallenges(tx: Transaction, userId: string): Promise<void> {
  await tx.tables.delete(verifications).where(eq(verifications.value, userId));
}
