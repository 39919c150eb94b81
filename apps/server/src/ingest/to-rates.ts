import type { FxRate } from "@termwise/core/facts";
import type { Instant } from "@termwise/core/kernel";
import type { RowInCheck } from "./checked-rows.ts";

/** An exchange rate as one row states it. */
export interface RateDraft {
  readonly row: RowInCheck;
  readonly rate: FxRate;
}

const maxWhole = 12;

/** The exchange rate a row states; `null` when the row is refused. */
export function toRate(row: RowInCheck, recordedAt: Instant): RateDraft | null {
  const { reader } = row;
  if (row.refused) return null;
  const date = reader.day("date");
  const [base, quote] = [reader.currency("base"), reader.currency("quote")];
  const rate = reader.number("rate");
  for (const field of ["date", "base", "quote", "rate"])
    if (reader.word(field) === null)
      reader.problem(
        field === "base" || field === "quote" ? "E_CURRENCY" : "E_REQUIRED",
        field,
        null,
        `The ${field} is missing.`,
        "Fill it in.",
      );
  if (rate && !/[1-9]/.test(rate.text))
    reader.problem(
      "E_VALUE",
      "rate",
      rate.text,
      "A rate must be above 0.",
      "Correct it, or leave the row out.",
    );
  if (rate && (rate.text.split(".")[0] ?? "").length > maxWhole)
    reader.problem(
      "E_NUMBER_FORMAT",
      "rate",
      rate.text,
      `A rate has at most ${maxWhole} digits before its decimal sign.`,
      "Correct it.",
    );
  if (base && base === quote)
    reader.problem(
      "E_VALUE",
      "quote",
      quote,
      `The rate of ${base} to itself is always 1.`,
      "Leave the row out, or correct one of the two currencies.",
    );
  if (row.refused || !date || !base || !quote || !rate) return null;
  const key = `${base}/${quote}@${date}`;
  row.sourceKey = key;
  const system = reader.text("system") ?? row.file.system;
  return {
    row,
    rate: {
      kind: "fx_rate",
      base,
      quote,
      rate: rate.text,
      effectiveOn: date,
      recordedAt,
      source: { system, key, file: row.file.name, line: row.line },
    },
  };
}
