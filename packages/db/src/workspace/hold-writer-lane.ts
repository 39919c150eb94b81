import type { WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Transaction, WorkspaceTransaction } from "../transaction.ts";

/**
 * Waits until no other transaction writes this workspace's ledger or derived state, and keeps others waiting until this
 * one ends. Take it first: what is read before it may be stale.
 */
export async function holdWriterLane(tx: WorkspaceTransaction): Promise<void> {
  await holdLaneOf(tx, tx.workspaceId);
}

/** The writers' lane of a workspace, for its owner. */
export async function holdLaneOf(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`lane ${workspaceId}`}, 0))`);
}
