import { sql } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";

const lane = (tx: WorkspaceTransaction) => sql`hashtextextended(${`usage ${tx.workspaceId}`}, 0)`;

/** Keeps others from counting a workspace's uses until the transaction ends. False: another is at it, and nothing is held. */
export async function tryUsageLane(tx: WorkspaceTransaction): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${lane(tx)}) as held`);
  return row?.held ?? false;
}

/** As {@link tryUsageLane}, after whoever is at it. */
export async function holdUsageLane(tx: WorkspaceTransaction): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(${lane(tx)})`);
}
