import type { Problem } from "./codes.ts";
import { recognised } from "./file-kind.ts";
import type { FileMapping } from "./mapping.ts";
import { type RawRecord, readRecords } from "./read-records.ts";
import { footerLength } from "./report-footer.ts";
import { delimiterLine, sniffDelimiter } from "./sniff-delimiter.ts";

/** One data row: the line of the file it begins on and its cells, verbatim. `problem`: why it cannot be a row. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem: Problem | null;
}

/** A file as header and rows. */
export interface Table {
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly headerLine: number;
  readonly rows: readonly TableRow[];
  /** Lines above the header that were passed over. */
  readonly skipped: number;
  /** Lines below the rows that are the footer of a report, as they stand. */
  readonly footer: readonly TableRow[];
}

const maxColumns = 1000;
const headerSearch = 15;
const nulPicture = "\u2400";

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== "").length;

/**
 * Where the header stands: the first record, unless lines above it are clearly a title: they fill at most two cells,
 * and the first record that fills three is recognised as a header.
 */
function headerAt(records: readonly RawRecord[], mapping: FileMapping): number {
  const first = records.findIndex(({ cells }) => filled(cells) >= 3);
  if (first <= 0 || first > headerSearch) return 0;
  return recognised(records[0]?.cells ?? [], mapping) < 2 &&
    recognised(records[first]?.cells ?? [], mapping) >= 2
    ? first
    : 0;
}

function headerProblem(reason: string, remedy: string, code: Problem["code"] = "E_HEADER"): Problem {
  return { code, column: null, value: null, reason, remedy };
}

function ragged(row: RawRecord, width: number): Problem {
  const many = row.cells.length > width;
  return {
    code: "E_RAGGED_ROW",
    column: null,
    value: null,
    reason: `The row has ${row.cells.length} cells, the header ${width}.`,
    remedy: many
      ? "Put cells that contain the delimiter in quotation marks."
      : "Add the missing cells, empty ones too; a row cut short may be the end of a broken download.",
  };
}

function unreadable(cells: readonly string[], broken: boolean): Problem | null {
  const bad = cells.find((cell) => cell.includes(nulPicture) || (broken && cell.includes("\ufffd")));
  if (bad === undefined) return null;
  return {
    code: "E_ENCODING",
    column: null,
    value: null,
    reason: bad.includes(nulPicture)
      ? "A cell holds a NUL character."
      : "A cell holds bytes that are not text.",
    remedy: "Export the row again, or correct the cell and save the file as UTF-8.",
  };
}

function rowOf(record: RawRecord, width: number, broken: boolean): TableRow {
  const extra = record.cells.slice(width);
  const cells = extra.every((cell) => cell.trim() === "")
    ? record.cells.slice(0, Math.max(width, 1))
    : record.cells;
  const problem =
    record.problem ??
    (cells.length === width ? unreadable(cells, broken) : ragged({ ...record, cells }, width));
  return { line: record.line, cells, problem };
}

/**
 * The header and the rows of a text. Empty rows are passed over; rows that are too short or too long, or whose quotes
 * do not pair up, are kept with their problem. Only what makes the whole file unreadable is a {@link Problem}.
 */
export function readTable(text: string, broken: boolean, mapping: FileMapping): Table | Problem {
  const named = delimiterLine(text);
  // A NUL cannot be stored; its picture can, so that the row comes back with its reason.
  const body = (named ? text.slice(named.length) : text).replaceAll("\0", nulPicture);
  const delimiter = mapping.delimiter ?? named?.delimiter ?? sniffDelimiter(body);
  const records = readRecords(body, delimiter, named ? 2 : 1);
  if (!Array.isArray(records)) return records;
  if (records.length === 0)
    return headerProblem("The file is empty.", "Export it again: it needs a header line and rows.");
  const at = headerAt(records, mapping);
  const header = records[at];
  if (!header || header.problem)
    return header?.problem ?? headerProblem("The file has no header.", "Add one.");
  const headers = [...header.cells];
  while (headers.length > 1 && headers.at(-1)?.trim() === "") headers.pop();
  if (headers.length > maxColumns)
    return headerProblem(
      `The file has ${headers.length} columns; at most ${maxColumns} are read.`,
      "Leave columns out of the export.",
      "E_TOO_LARGE",
    );
  const below = records.slice(at + 1);
  const end = below.length - footerLength(below, headers.length);
  const rowsOf = (some: readonly RawRecord[]) =>
    some
      .filter(({ cells, problem }) => problem !== null || filled(cells) > 0)
      .map((record) => rowOf(record, headers.length, broken));
  return {
    delimiter,
    headers,
    headerLine: header.line,
    rows: rowsOf(below.slice(0, end)),
    skipped: at,
    footer: rowsOf(below.slice(end)),
  };
}
