import {
  type CellKind,
  columns,
  type FileField,
  type FileRead,
  type FileRefusal,
  type FileRow,
  unreadable,
} from "./fields.ts";

/** A line of a file in CSV: its number and its cells. */
export interface TableLine {
  readonly line: number;
  readonly cells: readonly string[];
}

type Column = (typeof columns)[keyof typeof columns];

const columnOf = (head: string): Column | null => {
  const name = head
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");
  return Object.hasOwn(columns, name) ? columns[name as keyof typeof columns] : null;
};

/** The terms of a glossary file in CSV, its first line the names of the columns. Columns may be left out; `id` may not. */
export function readGlossaryTable([head, ...lines]: readonly TableLine[]): FileRead {
  if (!head) return unreadable("The file is empty.", "Export the glossary as CSV, and change texts there.");
  const read = head.cells.map(columnOf);
  const refusals: FileRefusal[] = head.cells.flatMap((cell, at) =>
    read[at] !== null && read.indexOf(read[at] ?? null) === at
      ? []
      : [refusedColumn(cell, read[at] !== null, head.line)],
  );
  if (!read.some((column) => column?.field === "id"))
    refusals.push({
      line: head.line,
      term: null,
      field: "id",
      reason: 'The file has no column "id".',
      remedy: "Add it: it says which term a row is about.",
    });
  if (refusals.length > 0) return { rows: [], refusals };
  const rows: FileRow[] = [];
  for (const { line, cells } of lines) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (cells.length === head.cells.length)
      rows.push({ line, fields: new Map(cells.flatMap((cell, at) => fieldOf(read[at], cell))) });
    else
      refusals.push({
        line,
        term: null,
        field: null,
        reason: `The row has ${cells.length} cells, the first line ${head.cells.length}.`,
        remedy: "Put cells that hold a comma or a line break in quotation marks.",
      });
  }
  return { rows, refusals };
}

function refusedColumn(cell: string, twice: boolean, line: number): FileRefusal {
  const name = cell.trim().slice(0, 60);
  return {
    line,
    term: null,
    field: name,
    reason: twice ? `The column "${name}" is there twice.` : `A glossary file has no column "${name}".`,
    remedy: `Take it out. Columns are ${Object.keys(columns).join(", ")}.`,
  };
}

function fieldOf(column: Column | null | undefined, cell: string): [FileField, unknown][] {
  return column ? [[column.field, readCell(column.kind, unguarded(cell))]] : [];
}

/** Takes off the apostrophe that keeps a spreadsheet from running a text as a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?='*[=+\-@\t\r\n\0＝＋－＠])/, "");
}

const linesOf = (cell: string): string[] =>
  cell
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function readCell(kind: CellKind, cell: string): unknown {
  const text = cell.trim();
  if (kind === "list") return linesOf(cell);
  if (kind === "optional") return text === "" ? null : text;
  if (kind === "number") return /^\d{1,9}$/.test(text) ? Number(text) : text;
  if (kind === "symbol") return symbolOf(text);
  if (kind === "parameters") return Object.fromEntries(linesOf(cell).map(setting));
  return text;
}

function symbolOf(text: string): unknown {
  const [module, symbol, ...more] = text.split("#");
  return text === "" ? null : symbol === undefined || more.length > 0 ? text : { module, symbol };
}

/** `graceDays = 30`: whole numbers are numbers, everything else is text. */
function setting(line: string): [string, string | number] {
  const at = line.indexOf("=");
  const [name, value] = at === -1 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  return [name, /^-?\d{1,9}$/.test(value) ? Number(value) : value];
}
