import { Failure } from "@termwise/core/kernel";
import { eq, sql } from "drizzle-orm";
import { randomText } from "../access/new-id.ts";
import type { Transaction } from "../transaction.ts";
import { accounts } from "./tables/account.ts";
import { users } from "./tables/user.ts";

/** Somebody new, with their mail address in lower case. `addressProven`: only who reads its mail can have come this way. */
export interface NewPerson {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly addressProven: boolean;
  readonly passwordHash: string;
}

/** Makes a person with a password. `conflict` when the address has become somebody's meanwhile. As the identity role. */
export async function createPerson(
  tx: Transaction,
  { userId, name, email, addressProven, passwordHash }: NewPerson,
): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`person ${email}`}, 0))`);
  const there = await tx.tables.select({ id: users.id }).from(users).where(eq(users.email, email));
  if (there.length > 0)
    throw new Failure("conflict", "This address has an account now. Try again with its password");
  await tx.tables.insert(users).values({ id: userId, name, email, emailVerified: addressProven });
  await tx.tables.insert(accounts).values({
    id: `acct_${randomText()}`,
    userId,
    accountId: userId,
    providerId: "credential",
    password: passwordHash,
  });
}

/** Notes that a person has shown that their mail address is theirs. As the identity role. */
export async function proveAddress(tx: Transaction, userId: string): Promise<void> {
  await tx.tables.update(users).set({ emailVerified: true }).where(eq(users.id, userId));
}
