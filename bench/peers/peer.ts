/** One row of an answer: the group and month, and its sums. Integers. */
export type AnswerRow = readonly [segment: string, closes: number, ...sums: number[]];

/** A database that holds the same company, and answers the same questions with SQL. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Runs a query and fetches its whole answer, as values by row. */
  rows(sql: string): Promise<readonly (readonly unknown[])[]>;
  close(): Promise<void>;
}

/** A peer's rows as an answer, ordered by segment and month; sums may come as text, bigint or number. */
export function answerOf(rows: readonly (readonly unknown[])[]): AnswerRow[] {
  return rows
    .map(([segment, closes, ...sums]): AnswerRow => [String(segment), Number(closes), ...sums.map(Number)])
    .sort((a, b) => (a[0] === b[0] ? a[1] - b[1] : a[0] < b[0] ? -1 : 1));
}
