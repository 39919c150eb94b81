import type { ImportKind } from "@termwise/core/facts";
import { byPreset, presetFor, presetReport } from "./by-preset.ts";
import { type CellEdit, withEdits } from "./cell-edits.ts";
import { cellText } from "./cell-text.ts";
import type { Problem } from "./codes.ts";
import { columnReadings, type ReadColumn } from "./column-readings.ts";
import { decode } from "./decode.ts";
import { kindOf } from "./file-kind.ts";
import { nameProblem } from "./file-name.ts";
import { fileQuestions, foreignWords } from "./file-questions.ts";
import { mapHeaders } from "./map-headers.ts";
import { FileMapping } from "./mapping.ts";
import { readTable, type Table, type TableRow } from "./read-table.ts";
import type { Remarks } from "./remarks.ts";
import type { ColumnReport, FileReport, Question } from "./report.ts";
import { sayDiscountsLeft, sayFooter, sayForeign, sayPricesLeft } from "./unread-columns.ts";

/** A file to import: its name, which appears in every message, and its bytes. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Cells that were corrected since it was written. */
  readonly edits?: readonly CellEdit[] | undefined;
}

/** A file understood: what it holds, its columns, its rows. */
export interface ReadFile {
  readonly name: string;
  readonly kind: ImportKind;
  readonly system: string;
  readonly mapping: FileMapping;
  readonly table: Table;
  readonly columns: ReadonlyMap<string, ReadColumn>;
  readonly rows: readonly TableRow[];
  readonly missing: readonly { readonly field: string; readonly header: string }[];
  readonly report: FileReport;
}

/** A file that could not be understood at all. */
export interface UnreadFile {
  readonly name: string;
  readonly problem: Problem;
  readonly report: FileReport;
}

/** The largest file that is read whole. */
export const maxFileBytes = 100 * 1024 * 1024;

/** Ids belong to this system unless the mapping or a column says otherwise. */
export const defaultSystem = "csv";

const SettingsInFile = FileMapping.pick({ dates: true, decimal: true });

/** How the columns of a refused-rows file of ours were read when it was written; see `refused-csv.ts`. */
function settingsInFile(table: Table): Partial<FileMapping> {
  const index = table.headers.indexOf("_read_as");
  const text =
    index < 0 ? undefined : table.rows.map(({ cells }) => cells[index] ?? "").find((cell) => cell !== "");
  if (!text) return {};
  try {
    return SettingsInFile.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

function unread(name: string, problem: Problem, encoding = "", table: Table | null = null): UnreadFile {
  const report: FileReport = {
    name,
    kind: null,
    system: defaultSystem,
    encoding,
    delimiter: table?.delimiter ?? "",
    rows: 0,
    endDays: "inclusive",
    ...(table && { headerLine: table.headerLine }),
    columns: table ? columnReport(table, new Map()) : [],
    questions: [],
  };
  return { name, problem, report };
}

/** Why nothing can be told from a header: what it reads, and what the mapping looks for in vain. */
function headerProblem(headers: readonly string[], mapping: FileMapping): Problem {
  const held = new Set(headers.map((header) => header.trim().toLowerCase()));
  const sought = Object.values(mapping.columns ?? {}).filter(
    (header) => header !== null && !held.has(header.trim().toLowerCase()),
  );
  const vain = sought.length > 0 ? ` The mapping names "${sought.join('", "')}", not among them.` : "";
  return {
    code: "E_HEADER",
    column: null,
    value: null,
    reason: `The header names no account, contract line or exchange rate. It reads: ${headers.slice(0, 12).join(", ")}.${vain}`,
    remedy:
      'Say what the file holds and which column is what: {"kind": "contract_lines", "columns": {"account_id": "…"}}.',
  };
}

function columnReport(table: Table, columns: ReadonlyMap<string, ReadColumn>): ColumnReport[] {
  const byIndex = new Map([...columns.values()].map((column) => [column.index, column]));
  return table.headers.map((header, index): ColumnReport => {
    const column = byIndex.get(index);
    const samples: string[] = [];
    for (const { cells } of table.rows) {
      const text = cellText(cells[index] ?? "");
      if (text !== "" && !samples.includes(text)) samples.push(text);
      if (samples.length === 3) break;
    }
    return {
      header,
      field: column?.field.name ?? null,
      ...(column ? { how: column.how } : {}),
      ...(column?.date ? { format: column.date.format } : {}),
      ...(column?.sign ? { decimal: column.sign } : {}),
      samples,
    };
  });
}

/** Understands one file: its text, delimiter, kind, columns and how each is written. Notes go to `remarks`. */
export function readFile(
  { name, bytes, edits = [] }: InputFile,
  asked: FileMapping,
  remarks: Remarks,
): ReadFile | UnreadFile {
  if (bytes.length > maxFileBytes)
    return unread(name, {
      code: "E_TOO_LARGE",
      column: null,
      value: null,
      reason: `The file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; at most ${maxFileBytes / 1024 / 1024} MB are read at once.`,
      remedy: "Split it into several files, each with the header, and import them together.",
    });
  const decoded = decode(bytes, asked.encoding);
  if ("code" in decoded) return unread(name, decoded);
  const misnamed = nameProblem(name);
  if (misnamed) return unread(name, misnamed, decoded.encoding);
  const written = readTable(decoded.text, decoded.broken, asked);
  if ("code" in written) return unread(name, written, decoded.encoding);
  const table = withEdits(written, edits);
  const preset = presetFor(table.headers, asked);
  const mapping = byPreset(preset, table.headers, { ...settingsInFile(table), ...asked });
  const kind = kindOf(table.headers, mapping);
  if (kind === null) return unread(name, headerProblem(table.headers, mapping), decoded.encoding, table);
  const mapped = mapHeaders(table.headers, kind, mapping);
  const readings = columnReadings(table, mapped.columns, mapping);
  const foreign = foreignWords(table, readings.columns, mapping);
  const columns = new Map(
    readings.columns.filter(({ index }) => !foreign.has(index)).map((column) => [column.field.name, column]),
  );
  const questions = [...fileQuestions(table, kind, [...columns.values()], mapping), ...readings.questions];
  if (table.skipped > 0)
    remarks.say(
      name,
      1,
      null,
      "W_SKIPPED",
      `${table.skipped} line(s) above the header were passed over as a title.`,
    );
  sayFooter(name, table, remarks);
  for (const { column, reason } of readings.notes) remarks.say(name, null, column, "W_READ_AS", reason);
  for (const index of foreign) sayForeign(name, table, index, remarks);
  if (kind === "contract_lines") sayDiscountsLeft(name, table, columns, remarks);
  if (kind === "accounts") sayPricesLeft(name, table, columns, remarks);
  const endDays = mapping.endDays ?? "inclusive";
  const system = mapping.system ?? defaultSystem;
  return {
    name,
    kind,
    system,
    mapping,
    table,
    columns,
    rows: table.rows,
    missing: mapped.missing,
    report: {
      name,
      kind,
      system,
      encoding: decoded.encoding,
      delimiter: table.delimiter,
      rows: table.rows.length,
      endDays,
      headerLine: table.headerLine,
      ...(preset && { preset: presetReport(preset) }),
      columns: columnReport(table, columns),
      questions: questions satisfies Question[],
    },
  };
}
