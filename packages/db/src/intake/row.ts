/** What became of a row: its facts are new, differ from those known, are known already, or it was refused. */
export const outcomes = ["new", "changed", "unchanged", "refused"] as const;
/** What became of a row. */
export type Outcome = (typeof outcomes)[number];

/** Why a row was refused and what to do about it. */
export interface Refusal {
  readonly column: string | null;
  readonly code: string;
  readonly reason: string;
  readonly remedy: string;
}

/** A row as received, and what became of it. `refusal` is there exactly when it was refused. */
export interface IntakeRow {
  /** Line of the file the row began on, from 1. */
  readonly line: number;
  /** Verbatim, in file order. */
  readonly cells: readonly string[];
  /** Hash of the cells, to recognise the same row again. */
  readonly hash: string;
  readonly outcome: Outcome;
  readonly refusal: Refusal | null;
  readonly sourceKey: string | null;
}
