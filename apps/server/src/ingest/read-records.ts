import { CsvError, type Options, parse } from "csv-parse/sync";
import type { Problem } from "./codes.ts";

/** One record of a file: the line it begins on, its cells, and how many lines it spans; or why it cannot be read. */
export interface RawRecord {
  readonly line: number;
  readonly lines: number;
  readonly cells: readonly string[];
  readonly problem: Problem | null;
}

/** A record longer than this is refused with its file: a cell is not where megabytes belong. */
const maxRecordBytes = 1_000_000;
/** A file with more bad quotes than this is not CSV as we know it; reading on would find nothing true. */
const maxQuoteProblems = 200;

const LF = 10;
const CR = 13;

interface Found {
  readonly cells: string[];
  readonly end: number;
}

const optionsFor = (delimiter: string) =>
  ({
    delimiter,
    bom: false,
    relax_column_count: true,
    skip_empty_lines: true,
    // Spaces around a quoted cell are common in files written by hand; in a tab file they may be empty cells.
    ltrim: delimiter !== "\t",
    rtrim: delimiter !== "\t",
    max_record_size: maxRecordBytes,
    record_delimiter: ["\r\n", "\n", "\r"],
  }) satisfies Options;

/** The records up to the end or up to the first one that is not CSV; `end` is the offset after each. */
function parseUntilError(bytes: Buffer, delimiter: string): { found: Found[]; error: CsvError | null } {
  const found: Found[] = [];
  const on_record = (cells: string[], { bytes: end }: { bytes: number }): null => {
    found.push({ cells, end });
    return null;
  };
  try {
    parse(bytes, { ...optionsFor(delimiter), on_record });
    return { found, error: null };
  } catch (error) {
    if (error instanceof CsvError) return { found, error };
    throw error;
  }
}

/** A line read on its own with stray quotes taken literally (`5" pipe`), or `null` when that does not help. */
function parseLoosely(line: Buffer, delimiter: string, width: number): string[] | null {
  try {
    const records = parse(line, { ...optionsFor(delimiter), relax_quotes: true });
    return records.length === 1 && records[0]?.length === width ? records[0] : null;
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function tooLarge(): Problem {
  return {
    code: "E_TOO_LARGE",
    column: null,
    value: null,
    reason: `A row is longer than ${maxRecordBytes / 1_000_000} MB.`,
    remedy:
      "Look for a quotation mark that is opened and never closed, or leave the long column out of the export.",
  };
}

function badQuote(line: number): Problem {
  return {
    code: "E_QUOTE",
    column: null,
    value: null,
    reason: `The quotation marks of line ${line} do not pair up: one is opened and not closed, or stands inside a cell.`,
    remedy:
      'Close the quotation mark, or write a quotation mark inside a quoted cell twice (""). The lines after it were read.',
  };
}

/** Walks the bytes of a file line by line, to say on which line an offset lies. CR LF, LF and CR each end a line. */
class LineWalk {
  readonly #bytes: Buffer;
  #offset = 0;
  #line: number;

  constructor(bytes: Buffer, firstLine: number) {
    this.#bytes = bytes;
    this.#line = firstLine;
  }

  /** The offset after the line break at `at`, or `at` when there is none. */
  #afterBreak(at: number): number {
    if (this.#bytes[at] === CR) return this.#bytes[at + 1] === LF ? at + 2 : at + 1;
    return this.#bytes[at] === LF ? at + 1 : at;
  }

  lineAt(offset: number): number {
    while (this.#offset < offset) {
      const after = this.#afterBreak(this.#offset);
      if (after > this.#offset) this.#line++;
      this.#offset = Math.max(after, this.#offset + 1);
    }
    return this.#line;
  }

  /** The first offset from `from` on that is not on an empty line. */
  skipEmpty(from: number): number {
    let at = from;
    for (;;) {
      let end = at;
      while (this.#bytes[end] === 32 || this.#bytes[end] === 9) end++;
      const after = this.#afterBreak(end);
      if (after === end) return at;
      at = after;
    }
  }

  /** The offsets where the line that begins at `from` ends and where the next begins. */
  lineFrom(from: number): { end: number; next: number } {
    let end = from;
    while (end < this.#bytes.length && this.#bytes[end] !== LF && this.#bytes[end] !== CR) end++;
    return { end, next: this.#afterBreak(end) };
  }
}

/** A record spans a line more for each line break inside its cells. */
const linesOf = (cells: readonly string[]): number =>
  cells.reduce((lines, cell) => lines + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 1);

/**
 * The records of a file. Where quotation marks do not pair up, only the line they begin on is lost: it is read alone,
 * refused if that does not help, and reading resumes on the next line. Every record has the
 * line of the file it begins on.
 */
export function readRecords(text: string, delimiter: string, firstLine: number): RawRecord[] | Problem {
  const bytes = Buffer.from(text, "utf8");
  const walk = new LineWalk(bytes, firstLine);
  const records: RawRecord[] = [];
  let [from, quoteProblems] = [0, 0];
  while (from < bytes.length) {
    const { found, error } = parseUntilError(bytes.subarray(from), delimiter);
    let start = from;
    for (const { cells, end } of found) {
      start = walk.skipEmpty(start);
      const line = walk.lineAt(start);
      records.push({ line, lines: linesOf(cells), cells, problem: null });
      start = from + end;
    }
    if (!error) break;
    start = walk.skipEmpty(start);
    const line = walk.lineAt(start);
    const { end, next } = walk.lineFrom(start);
    // A record of megabytes over many lines is a quotation mark never closed; a line of megabytes is itself too large.
    if (error.code === "CSV_MAX_RECORD_SIZE" && end - start >= maxRecordBytes) return tooLarge();
    if (++quoteProblems > maxQuoteProblems) return badQuote(line);
    const alone = bytes.subarray(start, end);
    const loose = parseLoosely(alone, delimiter, records[0]?.cells.length ?? 0);
    records.push({
      line,
      lines: 1,
      cells: loose ?? [alone.toString("utf8")],
      problem: loose ? null : badQuote(line),
    });
    from = next > start ? next : bytes.length;
  }
  return records;
}
