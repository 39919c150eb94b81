import type { ColumnReport, Refusal } from "./report.ts";
import { csvText } from "./write-csv.ts";

/** A refused row as it is kept: where it stood, its cells, and why it was refused. */
export interface RefusedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly refusal: Pick<Refusal, "column" | "reason" | "remedy"> | null;
}

/** What we add to the columns of the file; the last only where it is needed. */
const ownColumns = ["_line", "_column", "_reason", "_read_as"];

/**
 * How the file's dates and numbers were read, where their writing alone does not say it: the few rows that come back
 * may no longer show whether 03/04/2026 is in March or April.
 */
function readAs(columns: readonly ColumnReport[]): string | null {
  const dates = columns.flatMap(({ header, format }) =>
    format && ["dmy", "mdy", "excel", "excel1904", "epoch"].includes(format) ? [[header, format]] : [],
  );
  const decimal = columns.flatMap((column) => (column.decimal ? [[column.header, column.decimal]] : []));
  const telling = dates.length > 0 || columns.some((column) => column.decimal === ",");
  return telling
    ? JSON.stringify({ dates: Object.fromEntries(dates), decimal: Object.fromEntries(decimal) })
    : null;
}

/**
 * The refused rows of a file as CSV: its own columns, then `_line`, `_column` and `_reason` (with the remedy), and
 * `_read_as` where the columns' formats do not show in the cells. Corrected, the file can be imported as it is.
 */
export function refusedCsv(
  header: readonly string[],
  rows: readonly RefusedRow[],
  columns: readonly ColumnReport[] = [],
): string {
  if (rows.length === 0) return "";
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), header.length);
  const named = Array.from({ length: width }, (_, i) => header[i] ?? `_extra${i - header.length + 1}`);
  // A refused file refused again does not carry its old reasons beside the new ones.
  const kept = named.flatMap((name, i) => (ownColumns.includes(name) ? [] : [i]));
  const format = readAs(columns);
  const own = format === null ? ownColumns.slice(0, 3) : ownColumns;
  return csvText(
    [...kept.map((i) => named[i] ?? ""), ...own],
    rows.map(({ line, cells, refusal }) => {
      const why = refusal ? `${refusal.reason} ${refusal.remedy}` : "";
      const reasons = [String(line), refusal?.column ?? "", why, ...(format === null ? [] : [format])];
      return [...kept.map((i) => cells[i] ?? ""), ...reasons];
    }),
  );
}
