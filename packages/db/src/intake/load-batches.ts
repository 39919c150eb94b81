import type { ImportId, Instant } from "@termwise/core/kernel";
import { and, desc, eq, inArray } from "drizzle-orm";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { IntakeFile } from "./open-batch.ts";
import { batches } from "./tables/batch.ts";
import { files } from "./tables/file.ts";

/** The receipt of an import. `report` is the JSON given to `closeBatch`; null while there is none. */
export interface Batch {
  readonly id: ImportId;
  readonly createdAt: Instant;
  readonly report: unknown;
  readonly files: readonly IntakeFile[];
}

/** The receipts of the workspace's imports, the latest first. */
export async function loadBatches(tx: WorkspaceTransaction, { limit = 100 } = {}): Promise<Batch[]> {
  const rows = await tx.tables
    .select()
    .from(batches)
    .where(eq(batches.workspaceId, tx.workspaceId))
    .orderBy(desc(batches.createdAt), desc(batches.id))
    .limit(limit);
  return withFiles(tx, rows);
}

/** The receipt of one import, null when there is none with this id. */
export async function findBatch(tx: WorkspaceTransaction, importId: ImportId): Promise<Batch | null> {
  const rows = await tx.tables
    .select()
    .from(batches)
    .where(and(eq(batches.workspaceId, tx.workspaceId), eq(batches.id, importId)));
  return (await withFiles(tx, rows))[0] ?? null;
}

async function withFiles(
  tx: WorkspaceTransaction,
  rows: readonly (typeof batches.$inferSelect)[],
): Promise<Batch[]> {
  const ids = rows.map((row) => row.id);
  const received = await tx.tables
    .select()
    .from(files)
    .where(and(eq(files.workspaceId, tx.workspaceId), inArray(files.batchId, ids)))
    .orderBy(files.position);
  return rows.map((row) => ({
    id: row.id as ImportId,
    createdAt: row.createdAt as Instant,
    report: row.report,
    files: received
      .filter((file) => file.batchId === row.id)
      .map(({ name, sha256, kind, header, mapping }) => ({ name, sha256, kind, header, mapping })),
  }));
}
