import { Currency } from "@termwise/core/kernel";
import { type AssumedCurrency, currencyMark } from "./line-currency.ts";
import { priceFields } from "./map-headers.ts";
import type { ReadFile } from "./read-file.ts";

const usual = ["USD", "EUR", "GBP"];

function saysCurrency(file: ReadFile): boolean {
  if (file.columns.has("currency") || Object.hasOwn(file.mapping.constants ?? {}, "currency")) return true;
  return priceFields.some((field) => {
    const column = file.columns.get(field);
    return (
      column &&
      (column.currency !== null ||
        file.rows.some(({ cells }) => currencyMark(cells[column.index] ?? "") !== null))
    );
  });
}

/** The currencies accounts files of the batch name, which their lines may take. */
const accountsSayCurrency = (files: readonly ReadFile[]) =>
  files.some(({ kind, columns }) => kind === "accounts" && columns.has("currency"));

/**
 * Adds the question for the currency to a contract lines file that names none anywhere, when nothing else in the data
 * says it either.
 */
export function currencyQuestion(
  file: ReadFile,
  batch: readonly ReadFile[],
  assumed: AssumedCurrency | null,
): ReadFile {
  if (file.kind !== "contract_lines" || assumed || saysCurrency(file) || accountsSayCurrency(batch))
    return file;
  if (file.report.questions.some(({ code }) => code === "E_REQUIRED")) return file;
  const question = {
    column: null,
    code: "E_CURRENCY" as const,
    question: "In which currency are the prices? No column, header or cell says it.",
    options: usual.map((code) => Currency.parse(code)),
    answers: usual.map((code) => ({
      option: code,
      mapping: JSON.stringify({ constants: { currency: code } }),
    })),
  };
  return { ...file, report: { ...file.report, questions: [...file.report.questions, question] } };
}
