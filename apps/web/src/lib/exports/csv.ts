import { type Cell, rawText, type Sheet } from "./cell.ts";
import { shownText } from "./shown-text.ts";

/** Values for machines (dot decimals, ISO days, stable keys above them), or text as the screen prints it. */
export type Look = "raw" | "shown";

/** What a spreadsheet would take for the beginning of a formula, half and full width, or for a broken cell. */
const formula = /^'*[=+\-@\t\r\n\0＝＋－＠]/;

/** Text that a spreadsheet would run as a formula is kept from it by an apostrophe; numbers stay numbers. */
function cellText(cell: Cell, look: Look): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return quoted(look === "raw" ? rawText(cell) : shownText(cell));
  return quoted(formula.test(cell) ? `'${cell}` : cell);
}

const quoted = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A table as CSV: its head, its rows, CRLF, and a mark that says it is UTF-8. */
export function csvText({ keys, titles, rows }: Sheet, look: Look): string {
  const lines = [look === "raw" ? keys : titles, ...rows];
  return `\ufeff${lines.map((row) => row.map((cell) => cellText(cell, look)).join(",")).join("\r\n")}\r\n`;
}
