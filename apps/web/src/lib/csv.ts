/** What a cell holds: text, a number already written with a dot, or nothing. */
export type Cell = string | { number: string } | null;

/** Text that a spreadsheet would run as a formula is kept from it by an apostrophe; numbers stay numbers. */
function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return cell.number;
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows below their headers as CSV: comma, dot decimals, ISO days, CRLF, and a mark that says it is UTF-8. */
export function csvText(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${[headers, ...rows].map((row) => row.map(cellText).join(",")).join("\r\n")}\r\n`;
}

/** Hands text to the reader as a file. */
export function saveText(fileName: string, text: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Hands a table to the reader as a CSV file. */
export function saveCsv(name: string, text: string): void {
  saveText(`${name}.csv`, text, "text/csv");
}
