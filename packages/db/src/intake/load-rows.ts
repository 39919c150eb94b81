import type { ImportId } from "@termwise/core/kernel";
import { sql } from "drizzle-orm";
import { selectRows } from "../table-rows.ts";
import type { WorkspaceTransaction } from "../transaction.ts";
import type { IntakeRow, Outcome } from "./row.ts";
import { rows as rowTable } from "./tables/row.ts";

/** A row as received, and the place of its file in the import. */
export type ReceivedRow = IntakeRow & { readonly position: number };

/** The rows of an import in file order; with `outcome`, only those it happened to (`refused` for the file to hand back). */
export async function loadRows(
  tx: WorkspaceTransaction,
  importId: ImportId,
  { outcome }: { outcome?: Outcome } = {},
): Promise<ReceivedRow[]> {
  const rows = await selectRows(tx, rowTable, {
    where: sql`batch_id = ${importId} and ${outcome ? sql`outcome = ${outcome}` : sql`true`}`,
    orderBy: sql`position, line`,
  });
  return rows.map((row) => ({
    position: row.position,
    line: row.line,
    cells: row.cells,
    hash: row.hash,
    outcome: row.outcome,
    refusal:
      row.refusedCode === null
        ? null
        : {
            column: row.refusedColumn,
            code: row.refusedCode,
            reason: row.refusedReason ?? "",
            remedy: row.refusedRemedy ?? "",
          },
    sourceKey: row.sourceKey,
  }));
}
