import { csvText } from "../ingest/write-csv.ts";
import { type Column, table } from "./table.ts";

/** What a command found, in the three forms it can be printed in. */
export interface Answer {
  readonly json: unknown;
  readonly csv: {
    readonly header: readonly string[];
    readonly rows: readonly (readonly (string | null)[])[];
  };
  /** Blocks of text, an empty line between them. */
  readonly text: readonly string[];
}

/** Prints an answer as JSON, as CSV or for people. */
export function print(answer: Answer, form: { json?: boolean; csv?: boolean }): void {
  if (form.json) console.log(JSON.stringify(answer.json, null, 2));
  else if (form.csv) process.stdout.write(csvText(answer.csv.header, answer.csv.rows));
  else console.log(answer.text.join("\n\n"));
}

/** A text table whose first columns are words and whose others are numbers. */
export function listing(
  titles: readonly string[],
  words: number,
  rows: readonly (readonly string[])[],
): string {
  const columns: Column[] = titles.map((title, i) => ({ title, right: i >= words }));
  return table(columns, rows);
}
