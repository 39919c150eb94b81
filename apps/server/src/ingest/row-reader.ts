import { Currency, type Day } from "@termwise/core/kernel";
import { cellText, saysNothing, saysNothingTyped, wordOf } from "./cell-text.ts";
import type { ImportCode, Problem } from "./codes.ts";
import type { ReadColumn } from "./column-readings.ts";
import { dateEvidence, readDay, statedReading } from "./date-column.ts";
import { bareNumber, plainDecimal, readDecimal } from "./number-column.ts";
import type { ReadFile } from "./read-file.ts";
import type { TableRow } from "./read-table.ts";

const constantDates = statedReading("iso", dateEvidence([]));
const maxWhole = 15;
const maxShown = 200;
const maxFraction = 12;

/** A number as it stood: its plain decimal, and whether a per cent sign followed it. */
export interface ReadNumber {
  readonly text: string;
  readonly percent: boolean;
}

/** Reads the cells of one row by field. What cannot be read is gathered in {@link problems}; the row is then refused. */
export class RowReader {
  readonly file: ReadFile;
  readonly row: TableRow;
  readonly problems: Problem[] = [];

  constructor(file: ReadFile, row: TableRow) {
    this.file = file;
    this.row = row;
    if (row.problem) this.problems.push(row.problem);
  }

  column(field: string): ReadColumn | undefined {
    return this.file.columns.get(field);
  }

  /** Whether the file has a column or a constant for the field. */
  has(field: string): boolean {
    return this.column(field) !== undefined || this.constant(field) !== undefined;
  }

  private constant(field: string): string | undefined {
    const constants = this.file.mapping.constants ?? {};
    return Object.hasOwn(constants, field) ? constants[field] : undefined;
  }

  /** The header to name in a message about a field. */
  header(field: string): string {
    return this.column(field)?.header ?? field;
  }

  problem(
    code: ImportCode,
    field: string | null,
    value: string | null,
    reason: string,
    remedy: string,
  ): null {
    const column = field === null ? null : this.header(field);
    const known = this.problems.some((other) => other.code === code && other.column === column);
    if (!known)
      this.problems.push({ code, column, value: value?.slice(0, maxShown) ?? null, reason, remedy });
    return null;
  }

  /** The cell of a field as text: the column's, else the constant's; their words changed to ours by the mapping. */
  private said(field: string, blank: (text: string) => boolean): { text: string; stated: boolean } | null {
    const column = this.column(field);
    const own = column ? cellText(this.row.cells[column.index] ?? "") : "";
    const stated = blank(own);
    const text = stated ? cellText(this.constant(field) ?? "") : own;
    if (blank(text)) return null;
    const ours = Object.entries(this.file.mapping.values?.[field] ?? {}).find(
      ([theirs]) => theirs === text || wordOf(theirs) === wordOf(text),
    )?.[1];
    return ours === undefined ? { text, stated } : blank(ours) ? null : { text: ours, stated };
  }

  /** The cell of a field as it stands in the file, before any word is translated; the constant where it is empty. */
  asWritten(field: string): string | null {
    const column = this.column(field);
    const own = column ? cellText(this.row.cells[column.index] ?? "") : "";
    const text = saysNothingTyped(own) ? cellText(this.constant(field) ?? "") : own;
    return saysNothingTyped(text) ? null : text;
  }

  text(field: string): string | null {
    return this.said(field, saysNothing)?.text ?? null;
  }

  /** The word of a choice column; a dash or "none" is nothing. */
  word(field: string): string | null {
    return this.said(field, saysNothingTyped)?.text ?? null;
  }

  /** A choice read by `read`; words it does not know refuse the row, naming what may stand there. */
  choice<T>(field: string, read: (text: string) => T | null, allowed: string): T | null {
    const text = this.word(field);
    if (text === null) return null;
    const value = read(text);
    if (value !== null) return value;
    return this.problem(
      "E_VALUE",
      field,
      text,
      `"${text}" is not one of: ${allowed}.`,
      `Correct it, or translate it: {"values": {"${field}": {${JSON.stringify(text)}: "…"}}}.`,
    );
  }

  day(field: string, monthReads: "first" | "last" = "first"): Day | null {
    const said = this.said(field, saysNothingTyped);
    if (said === null) return null;
    const reading = said.stated ? constantDates : (this.column(field)?.date ?? constantDates);
    const read = readDay(said.text, reading, monthReads);
    if ("day" in read) return read.day;
    const column = this.header(field);
    const stray = read.reason.includes("like the rest of its column");
    return this.problem(
      "E_DATE_FORMAT",
      field,
      said.text,
      `"${said.text}" ${read.reason}.`,
      stray
        ? `Write it as YYYY-MM-DD, or say how the column is written: {"dates": {${JSON.stringify(column)}: "dmy"}}.`
        : "Write a day that exists, as YYYY-MM-DD.",
    );
  }

  /** A number of 0 or more; below 0 refuses the row. */
  number(field: string): ReadNumber | null {
    const said = this.said(field, saysNothingTyped);
    if (said === null || /^(free|gratis|kostenlos)$/i.test(said.text))
      return said && { text: "0", percent: false };
    const bare = bareNumber(said.text);
    const sign = said.stated ? "." : (this.column(field)?.sign ?? ".");
    const read = readDecimal(bare.text, sign);
    const [whole = "", fraction = ""] = (read ?? "").split(".");
    if (read === null || whole.length > maxWhole)
      return this.problem(
        "E_NUMBER_FORMAT",
        field,
        said.text,
        read === null
          ? `"${said.text}" is not a plain number (decimal sign of this column: "${sign}").`
          : `"${said.text}" has more than ${maxWhole} digits.`,
        "Write the number out in digits, without exponent or abbreviation: 1200.50.",
      );
    if (bare.negative && read !== "0")
      return this.problem(
        this.file.kind === "contract_lines" ? "E_NEGATIVE_ARR" : "E_NEGATIVE",
        field,
        said.text,
        `"${said.text}" is below 0.`,
        this.file.kind === "contract_lines"
          ? "Write a number of 0 or more: a discount has a column of its own, and a credit or refund stays outside the contract lines."
          : "Write a number of 0 or more, or leave the row out.",
      );
    const long = fraction.length > maxFraction;
    return { text: long ? roundedTo12(whole, fraction) : read, percent: bare.percent };
  }

  currency(field: string): Currency | null {
    const text = this.word(field);
    if (text === null) return null;
    const bySymbol = { "€": "EUR", "£": "GBP", "₹": "INR", US$: "USD", C$: "CAD", A$: "AUD" }[
      text.toUpperCase()
    ];
    const code = Currency.safeParse(bySymbol ?? text.toUpperCase());
    if (code.success) return code.data;
    return this.problem(
      "E_CURRENCY",
      field,
      text,
      `"${text}" is not an ISO 4217 currency code.`,
      `Write the code (USD, EUR), or translate it: {"values": {"${field}": {${JSON.stringify(text)}: "USD"}}}.`,
    );
  }
}

/** The tail of a binary fraction (99.99000000000001) is no money: 12 places, halves up. */
function roundedTo12(whole: string, fraction: string): string {
  const scaled =
    BigInt(whole + fraction.slice(0, maxFraction)) + (Number(fraction[maxFraction]) >= 5 ? 1n : 0n);
  const digits = scaled.toString().padStart(maxFraction + 1, "0");
  return plainDecimal(`${digits.slice(0, -maxFraction)}.${digits.slice(-maxFraction)}`);
}
