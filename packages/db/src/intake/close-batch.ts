import { Failure, type ImportId } from "@termwise/core/kernel";
import { and, eq } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import { batches } from "./tables/batch.ts";

/** Puts the import's report (any JSON) on its receipt. */
export async function closeBatch(
  tx: WorkspaceTransaction,
  importId: ImportId,
  report: unknown,
): Promise<void> {
  const closed = await tx.tables
    .update(batches)
    .set({ report })
    .where(and(eq(batches.workspaceId, tx.workspaceId), eq(batches.id, importId)))
    .returning({ id: batches.id });
  if (closed.length === 0) throw new Failure("not_found", "There is no such import.");
}
