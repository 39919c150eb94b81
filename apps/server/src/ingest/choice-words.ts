import { readInterval } from "./billing-interval.ts";
import { cellText, saysNothingTyped } from "./cell-text.ts";
import {
  lineStatuses,
  readBoolean,
  readLineKind,
  readPayment,
  readProductKind,
  readStatus,
} from "./choices.ts";
import type { ReadFile } from "./read-file.ts";

/** A word of a column of choices, how often it stands there, and what it is read as; null: as nothing yet. */
export interface ChoiceWord {
  readonly word: string;
  readonly count: number;
  readonly means: string | null;
}

/** A column whose cells are words of a choice: each word, and what a word can be translated to. */
export interface ChoiceColumn {
  readonly field: string;
  readonly header: string;
  readonly words: readonly ChoiceWord[];
  readonly options: readonly string[];
}

const yesNo = (text: string) => {
  const read = readBoolean(text);
  return read === null ? null : read ? "yes" : "no";
};
const interval = (text: string) => {
  const read = readInterval(text);
  if (read === null || typeof read !== "object" || !("unit" in read)) return read === null ? null : text;
  return read.count === 1 ? read.unit : `${read.count} ${read.unit}s`;
};

const choices: Readonly<
  Record<string, { read: (text: string) => string | null; options: readonly string[] }>
> = {
  status: { read: readStatus, options: lineStatuses },
  line_kind: { read: readLineKind, options: ["recurring", "usage", "one_time"] },
  product_kind: { read: readProductKind, options: ["core", "add_on", "service"] },
  payment: { read: readPayment, options: ["paid", "open", "overdue", "failed"] },
  auto_renew: { read: yesNo, options: ["yes", "no"] },
  trial: { read: yesNo, options: ["yes", "no"] },
  withdrawn: { read: yesNo, options: ["yes", "no"] },
  deleted: { read: yesNo, options: ["yes", "no"] },
  billing_interval: { read: interval, options: ["month", "quarter", "6 months", "year", "one_time"] },
};

/** More different words than this are no choice, but text. */
const mostWords = 60;

/** The columns of a file that hold choices, with their words as they are read now. */
export function choiceColumns({ columns, rows, mapping }: ReadFile): ChoiceColumn[] {
  return [...columns.values()].flatMap(({ field, header, index }) => {
    const choice = choices[field.name];
    if (!choice) return [];
    const counts = new Map<string, number>();
    for (const { cells, problem } of rows) {
      const word = cellText(cells[index] ?? "");
      if (problem === null && !saysNothingTyped(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
      if (counts.size > mostWords) return [];
    }
    const translated = Object.entries(mapping.values?.[field.name] ?? {});
    const words = [...counts].map(([word, count]): ChoiceWord => {
      const own = translated.find(([from]) => from.toLowerCase() === word.toLowerCase())?.[1];
      return { word, count, means: own ?? choice.read(word) };
    });
    words.sort((a, b) => Number(a.means !== null) - Number(b.means !== null) || b.count - a.count);
    return words.length > 0 ? [{ field: field.name, header, words, options: choice.options }] : [];
  });
}
