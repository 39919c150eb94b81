import { type Currency, minorOf } from "../kernel/index.ts";
import { FinancePeriod } from "./finance-period.ts";
import { type FinanceInput, inputNames, type typedColumns } from "./names.ts";

const counts: readonly FinanceInput[] = ["customersWon", "customersAtOpening", "customersLost"];

/** A period as people write it: amounts in whole units with a point before the cents; empty: not entered. */
export type TypedPeriod = Readonly<Partial<Record<(typeof typedColumns)[number], string>>>;

/** What is wrong with one column of what was typed, and what to write instead. */
export interface TypedFault {
  readonly column: string;
  readonly fault: string;
}

/**
 * Reads a period as people write it. Amounts become whole minor units of its currency, exactly: more places than the
 * currency has are refused, nothing is rounded.
 */
export function readTypedPeriod(
  typed: TypedPeriod,
): { period: FinancePeriod } | { faults: readonly TypedFault[] } {
  const currency = (typed.currency ?? "").trim().toUpperCase();
  const faults: TypedFault[] = [];
  const inputs = (Object.keys(inputNames) as FinanceInput[]).map((input) => {
    const text = (typed[input] ?? "").trim();
    if (text === "") return [input, null];
    const value = counts.includes(input) ? countOf(text) : amountOf(text, currency as Currency);
    if (typeof value === "object") faults.push({ column: input, fault: value.fault });
    return [input, typeof value === "object" ? null : value];
  });
  const read = FinancePeriod.safeParse({
    from: (typed.from ?? "").trim(),
    to: (typed.to ?? "").trim(),
    currency,
    ...Object.fromEntries(inputs),
  });
  if (!read.success) {
    const columns = new Set(read.error.issues.map(({ path }) => String(path[0] ?? "from")));
    // Days that cannot be read are in no order.
    if (columns.has("from")) columns.delete("to");
    for (const { path, message } of read.error.issues) {
      const column = String(path[0] ?? "from");
      if (columns.delete(column)) faults.push({ column, fault: remedies[column] ?? message });
    }
  }
  return faults.length === 0 && read.success ? { period: read.data } : { faults };
}

const remedies: Readonly<Record<string, string>> = {
  from: "Write the first day as YYYY-MM-DD",
  currency: "Write the currency by its three letters, such as USD",
};

function countOf(text: string): number | { fault: string } {
  return /^\d{1,9}$/.test(text)
    ? Number(text)
    : { fault: `"${text}" is not a whole number. Write digits only` };
}

function amountOf(text: string, currency: Currency): string | { fault: string } {
  if (!/^-?\d{1,15}(\.\d{1,4})?$/.test(text))
    return { fault: `"${text}" is not an amount. Write digits with a point before the cents: 1250000.50` };
  try {
    const { n, d } = minorOf(text, currency);
    return d === 1n ? String(n) : { fault: `"${text}" has more places than ${currency} has. Round it` };
  } catch {
    return { fault: "Its currency is not known. Write the currency by its three letters, such as USD" };
  }
}
