import { eq } from "drizzle-orm";
import type { Transaction } from "../transaction.ts";
import { users } from "./tables/user.ts";

/** A person. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly demo: boolean;
}

/** The person of an id or a mail address (in lower case); null when there is none. As the identity role. */
export async function findUser(
  tx: Transaction,
  by: { id: string } | { email: string },
): Promise<User | null> {
  const [row] = await tx.tables
    .select({ id: users.id, name: users.name, email: users.email, demo: users.demo })
    .from(users)
    .where("id" in by ? eq(users.id, by.id) : eq(users.email, by.email));
  return row ?? null;
}
