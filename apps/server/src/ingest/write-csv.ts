/** What a spreadsheet would take for the beginning of a formula, half and full width, or for a broken cell. */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
/** A plain number is what it looks like: a minus sign before it starts no formula. */
const plainNumber = /^[-+]?\d+([.,]\d+)*$/;

function cellOf(value: string | null): string {
  if (value === null || value === "") return "";
  const guarded = formula.test(value) && !plainNumber.test(value) ? `'${value}` : value;
  return `"${guarded.replaceAll('"', '""')}"`;
}

/**
 * A row as a line of CSV after RFC 4180: comma, CR LF, every cell that says something in quotation marks. Text a
 * spreadsheet would run as a formula gets an apostrophe before it, which our importer takes off again; numbers stay
 * numbers.
 */
export function csvLine(row: readonly (string | null)[]): string {
  return `${row.map(cellOf).join(",")}\r\n`;
}

/** Rows below their header as CSV. */
export function csvText(header: readonly string[], rows: Iterable<readonly (string | null)[]>): string {
  return [header, ...rows].map(csvLine).join("");
}
