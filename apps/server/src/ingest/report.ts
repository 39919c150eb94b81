import type { ContractLine, Fact, ImportKind } from "@termwise/core/facts";
import type { ChoiceColumn } from "./choice-words.ts";
import type { ImportCode, Problem } from "./codes.ts";

/** One column of a file as it was understood. */
export interface ColumnReport {
  readonly header: string;
  /** The canonical field it is read as; `null`: it is not read. */
  readonly field: string | null;
  /** How it was told which field it is; nothing for a column that is not read. */
  readonly how?: "stated" | "name" | "known" | "part";
  /** How its dates are written, for a date column. */
  readonly format?: string;
  /** Its decimal sign, for a number column where one was seen. */
  readonly decimal?: "." | ",";
  readonly samples: readonly string[];
}

/** Something only the person who knows the file can say. Until it is answered the batch commits nothing. */
export interface Question {
  readonly column: string | null;
  readonly code: ImportCode;
  readonly question: string;
  /** The possible answers. */
  readonly options: readonly string[];
  /** For each option the mapping that gives that answer. */
  readonly answers: readonly { readonly option: string; readonly mapping: string }[];
}

/** One file of the batch as it was understood. */
export interface FileReport {
  readonly name: string;
  /** `null`: the file could not be read far enough to tell. */
  readonly kind: ImportKind | null;
  readonly system: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly rows: number;
  readonly endDays: "inclusive" | "exclusive";
  /** The line its header stands on. */
  readonly headerLine?: number;
  /** The known export it was recognised as, and by which headers. */
  readonly preset?: {
    readonly id: string;
    readonly name: string;
    readonly reason: string;
    readonly system: string;
  };
  readonly columns: readonly ColumnReport[];
  readonly questions: readonly Question[];
}

/** A row that was not taken: where it stands, what is wrong with it and what puts it right. */
export interface Refusal extends Problem {
  readonly file: string;
  /** The line of the file the row begins on, counting the header as line 1. */
  readonly line: number;
}

/** Something worth knowing about rows that were taken. `count` rows are alike; `line` is the first of them. */
export interface ImportWarning {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  readonly code: ImportCode;
  readonly reason: string;
  readonly count: number;
}

/** Why the batch as a whole commits nothing. */
export interface Stop {
  readonly file: string | null;
  readonly code: ImportCode;
  readonly reason: string;
  readonly remedy: string;
}

/** What became of a row. */
export type Outcome = "new" | "changed" | "unchanged" | "refused";

/** One field of a known fact that a row changes. */
export interface Change {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** One row of a file, verbatim, and what became of it. */
export interface CheckedRow {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
  /** The source key of the account, line or rate the row is about; `null` where it could not be told. */
  readonly sourceKey: string | null;
  readonly outcome: Outcome;
  /** By what the row's account was found among those known; null: it was not, or names none. */
  readonly matched: "id" | "name" | "domain" | null;
  readonly changes: readonly Change[];
  readonly refusal: Refusal | null;
}

/** What a check of a batch found; the server adds the figures before and after. */
export interface CheckReport {
  readonly files: readonly FileReport[];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly ImportWarning[];
  /** Not empty: nothing of the batch may be committed, and `facts` is empty. */
  readonly stopped: readonly Stop[];
}

/** A batch of files, checked against what is known. Nothing is stored by a check. */
export interface CheckedImport {
  /** Only new facts and new versions of changed ones; empty when the batch is stopped. */
  readonly facts: readonly Fact[];
  readonly rows: readonly CheckedRow[];
  readonly report: CheckReport;
  /** The rows something was remarked on, as `FILE line LINE`. */
  readonly remarked: ReadonlySet<string>;
  /** The lines accepted rows state, new or known. */
  readonly lines: readonly ContractLine[];
  /** The columns of choices of a file, with their words as they are read. */
  choices(file: string): readonly ChoiceColumn[];
  /** The refused rows of a file as CSV: its own columns and `_line,_column,_reason`. `""` when none was refused. */
  refusedCsv(file: string): string;
}
