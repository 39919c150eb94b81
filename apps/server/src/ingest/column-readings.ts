import { cellText, saysNothingTyped } from "./cell-text.ts";
import {
  type DateEvidence,
  type DateReading,
  dateEvidence,
  pairOrder,
  readingOf,
  statedReading,
  writtenInPairs,
} from "./date-column.ts";
import type { MappedColumn } from "./map-headers.ts";
import type { DateFormat, FileMapping } from "./mapping.ts";
import { type DecimalEvidence, type DecimalSign, decimalEvidence, decimalSign } from "./number-column.ts";
import type { Table } from "./read-table.ts";
import type { Question } from "./report.ts";

/** A column that is read, with how its dates or numbers are written. */
export interface ReadColumn extends MappedColumn {
  readonly date: DateReading | null;
  readonly sign: DecimalSign | null;
}

/** Something said about a column while it was being understood. */
export interface ColumnNote {
  readonly column: string;
  readonly reason: string;
}

/** The columns of a file as they are read, what must be asked before they can be, and what was decided. */
export interface ColumnReadings {
  readonly columns: readonly ReadColumn[];
  readonly questions: readonly Question[];
  readonly notes: readonly ColumnNote[];
}

/** The cells of a column that say something, in rows that can be read. */
export function* cellsOf(table: Table, index: number): Generator<string> {
  for (const row of table.rows) {
    if (row.problem) continue;
    const text = cellText(row.cells[index] ?? "");
    if (!saysNothingTyped(text)) yield text;
  }
}

const stated = <T extends string>(by: T | Record<string, T> | undefined, header: string): T | undefined => {
  if (by === undefined || typeof by === "string") return by;
  const entry = Object.entries(by).find(
    ([name]) => name.trim().toLowerCase() === header.trim().toLowerCase(),
  );
  return entry?.[1];
};

const answer = (option: string, mapping: object) => ({ option, mapping: JSON.stringify(mapping) });

/** Asks how the two numbers of a column's dates are to be read. */
export function dateQuestion(header: string, table: Table, index: number): Question {
  const sample = [...cellsOf(table, index)].find((cell) => /^\d{1,2}[-/.]\d{1,2}[-/.]/.test(cell)) ?? "";
  return {
    column: header,
    code: "E_DATE_AMBIGUOUS",
    question: `Is "${sample}" in the column "${header}" day/month/year or month/day/year? Its dates do not settle it.`,
    options: ["dmy", "mdy"],
    answers: ["dmy", "mdy"].map((order) => answer(order, { dates: { [header]: order } })),
  };
}

interface DateColumn {
  readonly column: MappedColumn;
  readonly evidence: DateEvidence;
  readonly order: "dmy" | "mdy" | "either" | null;
}

/** The order all settled columns of one shape agree on, or `null`. */
function neighbourOrder(columns: readonly DateColumn[], shape: string | null): "dmy" | "mdy" | null {
  const settled = columns.filter(
    ({ evidence, order }) => evidence.pairShape === shape && (order === "dmy" || order === "mdy"),
  );
  const orders = new Set(settled.map(({ order }) => order));
  const [only] = orders;
  return orders.size === 1 && (only === "dmy" || only === "mdy") ? only : null;
}

function dateNotes({ evidence, column }: DateColumn, reading: DateReading): ColumnNote[] {
  const notes: string[] = [];
  if (evidence.zoned > 0) notes.push("Its times carry a zone; the calendar day as written is used.");
  if (evidence.twoDigitYears > 0)
    notes.push("Two-digit years: 00-69 are read as 2000-2069, 70-99 as 1970-1999.");
  if (evidence.months > 0)
    notes.push("Months without a day are read as their first day, in an end column as their last.");
  if (reading.numbers === "excel") notes.push("Its numbers are read as spreadsheet days (1900 system).");
  if (reading.numbers === "epoch") notes.push("Its numbers are read as seconds since 1970, the day in UTC.");
  return notes.map((reason) => ({ column: column.header, reason }));
}

function dateReadings(table: Table, columns: readonly MappedColumn[], mapping: FileMapping) {
  const byIndex = new Map<number, DateReading>();
  const questions: Question[] = [];
  const notes: ColumnNote[] = [];
  const read = columns
    .filter(({ field }) => field.type === "date")
    .map((column): DateColumn => {
      const evidence = dateEvidence(cellsOf(table, column.index));
      return { column, evidence, order: pairOrder(evidence) };
    });
  for (const one of read) {
    const { column, evidence } = one;
    const format: DateFormat | undefined = stated(mapping.dates, column.header);
    let order = one.order === "either" ? null : one.order;
    if (format === undefined && one.order === "either" && writtenInPairs(evidence)) {
      order = neighbourOrder(read, evidence.pairShape);
      if (order === null) questions.push(dateQuestion(column.header, table, column.index));
      else
        notes.push({
          column: column.header,
          reason: `Its dates read both ways; read as ${order} like the other date columns of this file.`,
        });
    }
    const reading = format === undefined ? readingOf(evidence, order) : statedReading(format, evidence);
    byIndex.set(column.index, reading);
    notes.push(...dateNotes(one, reading));
  }
  return { byIndex, questions, notes };
}

function decimalQuestion(header: string, table: Table, index: number): Question {
  const sample = [...cellsOf(table, index)].find((cell) => /[.,]\d{3}\b/.test(cell)) ?? "";
  return {
    column: header,
    code: "E_NUMBER_AMBIGUOUS",
    question: `Is "${sample}" in the column "${header}" in thousands, or is its separator the decimal sign? The file does not settle it.`,
    options: [".", ","],
    answers: [".", ","].map((sign) => answer(sign, { decimal: { [header]: sign } })),
  };
}

interface NumberColumn {
  readonly column: MappedColumn;
  readonly evidence: DecimalEvidence;
  readonly sign: DecimalSign | "either" | null;
}

function neighbourSign(columns: readonly NumberColumn[]): DecimalSign | null {
  const signs = new Set(columns.map(({ sign }) => sign).filter((sign) => sign === "." || sign === ","));
  const [only] = signs;
  return signs.size === 1 && only !== undefined ? only : null;
}

function decimalSigns(table: Table, columns: readonly MappedColumn[], mapping: FileMapping) {
  const byIndex = new Map<number, DecimalSign>();
  const questions: Question[] = [];
  const notes: ColumnNote[] = [];
  const read = columns
    .filter(({ field }) => field.type === "number" || field.type === "percent")
    .map((column): NumberColumn => {
      const evidence = decimalEvidence(cellsOf(table, column.index));
      return { column, evidence, sign: stated(mapping.decimal, column.header) ?? decimalSign(evidence) };
    });
  const neighbour = neighbourSign(read);
  for (const { column, sign } of read) {
    if (sign === "." || sign === ",") byIndex.set(column.index, sign);
    else if (sign === null) byIndex.set(column.index, neighbour ?? ".");
    else if (neighbour !== null || column.field.name === "rate") {
      byIndex.set(column.index, neighbour ?? ".");
      const why =
        neighbour === null ? "as exchange rates usually are" : "like the other number columns of this file";
      notes.push({
        column: column.header,
        reason: `Its numbers read both ways; "${neighbour ?? "."}" is taken as the decimal sign, ${why}.`,
      });
    } else questions.push(decimalQuestion(column.header, table, column.index));
  }
  return { byIndex, questions, notes };
}

/** How each date and number column of a file is written, decided per column over all its cells, never per row. */
export function columnReadings(
  table: Table,
  columns: readonly MappedColumn[],
  mapping: FileMapping,
): ColumnReadings {
  const dates = dateReadings(table, columns, mapping);
  const numbers = decimalSigns(table, columns, mapping);
  return {
    columns: columns.map((column) => ({
      ...column,
      date: dates.byIndex.get(column.index) ?? null,
      sign: numbers.byIndex.get(column.index) ?? null,
    })),
    questions: [...dates.questions, ...numbers.questions],
    notes: [...dates.notes, ...numbers.notes],
  };
}
