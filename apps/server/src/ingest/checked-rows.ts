import type { ContractLine, Fact } from "@termwise/core/facts";
import type { ImportCode, Problem } from "./codes.ts";
import type { ReadFile } from "./read-file.ts";
import type { Change, CheckedRow, Outcome, Refusal } from "./report.ts";
import { RowReader } from "./row-reader.ts";

/** One row on its way from cells to facts, and what became of it. */
export class RowInCheck {
  readonly reader: RowReader;
  readonly file: ReadFile;
  readonly line: number;
  sourceKey: string | null = null;
  matched: CheckedRow["matched"] = null;
  /** The contract line it states, new or known. */
  states: ContractLine | null = null;
  changes: Change[] = [];
  facts: Fact[] = [];
  outcome: Outcome = "unchanged";

  constructor(file: ReadFile, index: number) {
    const row = file.rows[index];
    if (!row) throw new RangeError(`no row ${index}`);
    this.file = file;
    this.reader = new RowReader(file, row);
    this.line = row.line;
  }

  get refused(): boolean {
    return this.reader.problems.length > 0;
  }

  refuse(code: ImportCode, field: string | null, value: string | null, reason: string, remedy: string): void {
    this.reader.problem(code, field, value, reason, remedy);
  }

  /** Where the row stands, for messages in other rows. */
  get place(): string {
    return `${this.file.name} line ${this.line}`;
  }

  checked(): CheckedRow {
    const { problems, row } = this.reader;
    return {
      file: this.file.name,
      line: this.line,
      cells: row.cells,
      sourceKey: this.sourceKey,
      outcome: this.refused ? "refused" : this.outcome,
      matched: this.matched,
      changes: this.refused ? [] : this.changes,
      refusal: this.refused ? refusalOf(this.file.name, this.line, problems) : null,
    };
  }
}

/** One refusal for a row: its first problem, whose reason names the others. */
export function refusalOf(file: string, line: number, problems: readonly Problem[]): Refusal | null {
  const [first, ...others] = problems;
  if (!first) return null;
  const also = others
    .map(({ column, reason }) => ` Also${column === null ? "" : ` ${column}`}: ${reason}`)
    .join("");
  return { file, line, ...first, reason: first.reason + also };
}
