import type { ImportId, Instant } from "@termwise/core/kernel";
import { insertRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import { batches } from "./tables/batch.ts";
import { files } from "./tables/file.ts";

/** A file as received: its header as it stood, and how its columns were read (`mapping`: any JSON). */
export interface IntakeFile {
  readonly name: string;
  readonly sha256: string;
  readonly kind: string;
  readonly header: readonly string[];
  readonly mapping: unknown;
}

/** Opens the receipt of an import: its files, to whose places (from 0) `appendRows` adds their rows. */
export async function openBatch(
  tx: WorkspaceTransaction,
  batch: { id: ImportId; createdAt: Instant; files: readonly IntakeFile[] },
): Promise<void> {
  await tx.tables
    .insert(batches)
    .values({ workspaceId: tx.workspaceId, id: batch.id, createdAt: batch.createdAt });
  await insertRows(
    tx,
    files,
    batch.files.map((file, position) => ({
      ...file,
      batchId: batch.id,
      position,
      header: [...file.header],
      mapping: file.mapping ?? null,
    })),
  );
}
