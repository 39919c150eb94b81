import { sql } from "drizzle-orm";
import { identityRole } from "./role-names.ts";
import type { Transaction } from "./transaction.ts";

/** Does a part of the owner's transaction as the identity role: people are not the owner's to see. */
export async function asIdentity(tx: Transaction, work: () => Promise<void>): Promise<void> {
  await tx.query(sql.raw(`set local role ${identityRole}`));
  await work();
  await tx.query(sql`set local role none`);
}
