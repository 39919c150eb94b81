import type { ImportId } from "@termwise/core/kernel";
import { insertRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { IntakeRow } from "./row.ts";
import { rows as rowTable } from "./tables/row.ts";

/** Adds rows of a file to an import's receipt, verbatim, each with what became of it. A line is received once. */
export async function appendRows(
  tx: WorkspaceTransaction,
  importId: ImportId,
  position: number,
  rows: readonly IntakeRow[],
): Promise<void> {
  await insertRows(
    tx,
    rowTable,
    rows.map((row) => ({
      batchId: importId,
      position,
      line: row.line,
      cells: [...row.cells],
      hash: row.hash,
      outcome: row.outcome,
      refusedColumn: readable(row.refusal?.column),
      refusedCode: row.refusal?.code ?? null,
      refusedReason: readable(row.refusal?.reason),
      refusedRemedy: readable(row.refusal?.remedy),
      sourceKey: readable(row.sourceKey),
    })),
  );
}

/** Only the cells must be verbatim; what was made from them may show a character PostgreSQL cannot hold as U+FFFD. */
const readable = (text: string | null | undefined): string | null =>
  text?.replace(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD") ??
  null;
