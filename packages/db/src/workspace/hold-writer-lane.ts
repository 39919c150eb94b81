import { Failure, type WorkspaceId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import type { Transaction, WorkspaceTransaction } from "../transaction.ts";

/**
 * Waits until no other transaction writes this workspace's ledger or derived state, and keeps others waiting until this
 * one ends. Take it first: what is read before it may be stale. `not_found` when the workspace was removed meanwhile.
 */
export async function holdWriterLane(tx: WorkspaceTransaction): Promise<void> {
  await holdLaneOf(tx, tx.workspaceId);
}

/** The writers' lane of a workspace, for its owner. */
export async function holdLaneOf(tx: Transaction, workspaceId: WorkspaceId): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`lane ${workspaceId}`}, 0))`);
  // A statement of its own: only one that begins after the wait sees that the workspace is gone.
  const there = await tx.query(sql`select 1 from workspace.workspace where id = ${workspaceId}::uuid`);
  if (there.length === 0) throw new Failure("not_found", "There is no such workspace.");
}
