import { and, eq } from "drizzle-orm";
import type { Mark } from "../ledger/changed-since.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { mark as marks } from "./tables/mark.ts";

/** How far the derived state of a policy has caught up with the ledger; null: it was never built. */
export async function findMark(tx: WorkspaceTransaction, policyKey: string): Promise<Mark | null> {
  const [row] = await tx.tables
    .select({ snapshot: marks.snapshot })
    .from(marks)
    .where(and(eq(marks.workspaceId, tx.workspaceId), eq(marks.policyKey, policyKey)));
  return row?.snapshot ?? null;
}

/** Remembers how far it has caught up: in the transaction that brings it there. */
export async function replaceMark(tx: WorkspaceTransaction, policyKey: string, mark: Mark): Promise<void> {
  await tx.tables
    .insert(marks)
    .values({ workspaceId: tx.workspaceId, policyKey, snapshot: mark })
    .onConflictDoUpdate({ target: [marks.workspaceId, marks.policyKey], set: { snapshot: mark } });
}
