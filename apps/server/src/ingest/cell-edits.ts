import { z } from "zod";
import type { Table } from "./read-table.ts";

/** A cell, or the cells of one column on several lines, that somebody corrected before importing: the file stays as it is. */
export const CellEdit = z.strictObject({
  /** The header of the column. */
  column: z.string().max(1_000),
  /** The lines of the file the rows begin on. */
  lines: z.array(z.int().min(1)).min(1).max(100_000),
  /** What stands there instead. */
  to: z.string().max(10_000),
});
/** A corrected cell. */
export type CellEdit = z.infer<typeof CellEdit>;

/** A table with its corrected cells in place; a later correction of a cell wins. What a row lacks is filled up to it. */
export function withEdits(table: Table, edits: readonly CellEdit[]): Table {
  const byLine = new Map<number, Map<number, string>>();
  for (const { column, lines, to } of edits) {
    const index = table.headers.indexOf(column);
    if (index < 0) continue;
    for (const line of lines)
      byLine.set(line, (byLine.get(line) ?? new Map<number, string>()).set(index, to));
  }
  if (byLine.size === 0) return table;
  const rows = table.rows.map((row) => {
    const changed = byLine.get(row.line);
    if (!changed) return row;
    return { ...row, cells: row.cells.map((cell, index) => changed.get(index) ?? cell) };
  });
  return { ...table, rows };
}
