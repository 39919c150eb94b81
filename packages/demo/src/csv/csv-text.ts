/** One row of a CSV file: header to cell; `null` is an empty cell. */
export type CsvRow = Readonly<Record<string, string | null>>;

const cell = (text: string | null): string =>
  text === null ? "" : /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Rows as CSV text (RFC 4180, commas, LF): a header row, then each row's cells in the order of the headers. */
export function csvText(headers: readonly string[], rows: readonly CsvRow[]): string {
  const written = rows.map((row) => headers.map((header) => cell(row[header] ?? null)).join(","));
  return `${[headers.join(","), ...written].join("\n")}\n`;
}
