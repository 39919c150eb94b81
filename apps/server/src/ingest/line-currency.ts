import { Currency } from "@termwise/core/kernel";
import { cellText } from "./cell-text.ts";
import { priceFields } from "./map-headers.ts";
import type { Remarks } from "./remarks.ts";
import type { RowReader } from "./row-reader.ts";

const marks: readonly [RegExp, string][] = [
  [/€/, "EUR"],
  [/£/, "GBP"],
  [/US\$|\bUSD\b/, "USD"],
  [/CA\$|C\$/, "CAD"],
  [/AU\$|A\$/, "AUD"],
  [/₹/, "INR"],
  [/₩/, "KRW"],
];

/** The currency a price cell names itself (`€ 500`, `500 CHF`); `"$"`: dollars, nobody says whose. */
export function currencyMark(cell: string): string | null {
  const text = cellText(cell);
  const mark = marks.find(([sign]) => sign.test(text));
  if (mark) return mark[1];
  const code = /(?:^|[\s\d])([A-Z]{3})(?:$|[\s\d])/.exec(text)?.[1];
  if (code && Currency.safeParse(code).success) return code;
  return text.includes("$") ? "$" : null;
}

/** A currency something else than the row says, and the words for where it is from. */
export interface AssumedCurrency {
  readonly currency: Currency;
  readonly because: string;
}

function shownInPrices(row: RowReader): string | null {
  for (const name of priceFields) {
    const column = row.column(name);
    if (!column) continue;
    const mark = currencyMark(row.row.cells[column.index] ?? "");
    if (mark !== null) return mark;
    if (column.currency) return column.currency;
  }
  return null;
}

/**
 * The currency of a row: its own cell; else what its price cell or the price's header says; else `assumed`, which is
 * said. A price that shows another currency than the row's cell refuses the row; a header that does (`mrr_usd`) means
 * converted amounts, and its currency is the one they are in.
 */
export function lineCurrency(
  row: RowReader,
  assumed: AssumedCurrency | null,
  remarks: Remarks,
): Currency | null {
  const own = row.currency("currency");
  if (own === null && row.problems.some(({ code }) => code === "E_CURRENCY")) return null;
  const shown = shownInPrices(row);
  const code = shown === null || shown === "$" ? null : (shown as Currency);
  const { name } = row.file;
  if (own !== null && code !== null && code !== own) {
    const inHeader = priceFields
      .map((field) => row.column(field))
      .find((column) => column?.currency === code);
    if (!inHeader)
      return row.problem(
        "E_CURRENCY",
        "currency",
        own,
        `The currency is ${own}, but the price is written in ${code}.`,
        "Correct one of the two.",
      );
    remarks.say(
      name,
      row.row.line,
      inHeader.header,
      "W_READ_AS",
      `Its header says ${code}: its prices are read in ${code}, whatever the currency column says.`,
    );
    return code;
  }
  if (own ?? code) return own ?? code;
  if (assumed) {
    remarks.say(
      name,
      row.row.line,
      null,
      "W_ASSUMED",
      `No currency is stated: ${assumed.currency} was taken, ${assumed.because}. Set it with {"constants": {"currency": "…"}}.`,
    );
    return assumed.currency;
  }
  if (shown === "$") {
    remarks.say(
      name,
      row.row.line,
      null,
      "W_ASSUMED",
      '"$" is read as US dollars. Set another with {"constants": {"currency": "…"}}.',
    );
    return Currency.parse("USD");
  }
  return row.problem(
    "E_CURRENCY",
    "currency",
    null,
    "No currency is stated, and nothing else in the data says it.",
    'Fill in the currency, or set it for the file: {"constants": {"currency": "USD"}}.',
  );
}
