import type { BillingInterval } from "@termwise/core/facts";
import { intervalOf, isOneTime, readInterval } from "./billing-interval.ts";
import type { RowIntervals } from "./read-price.ts";
import type { RowReader } from "./row-reader.ts";

const words = 'month, quarter, year, "6 months", P1M';

function combined(text: string, count: number | null, unit: string | null): BillingInterval | null {
  if (/^\d+(\.0)?$/.test(text)) return unit === null ? null : intervalOf(Number(text), unit);
  const read = readInterval(text);
  return read && count !== null && count !== 1 ? intervalOf(count * read.count, read.unit) : read;
}

/**
 * How often a row is billed and for how long its prices pay, from one column (`quarterly`) or from a count and a unit
 * (`3`, `month`). `oneTime`: the words say that it does not recur. `needed`: without it the row's price means nothing.
 */
export function readIntervals(row: RowReader, needed: boolean): RowIntervals & { oneTime: boolean } {
  const text = row.word("billing_interval");
  const unit = row.word("billing_unit");
  const counted = row.number("billing_count");
  const count = counted === null ? null : Number(counted.text);
  const pricePer = row.word("price_per");
  const oneTime = [text, pricePer, unit].some((word) => word !== null && isOneTime(word));
  if (oneTime) return { billing: null, price: null, oneTime };
  const refuse = (field: string, value: string) =>
    row.problem(
      "E_VALUE",
      field,
      value,
      `"${value}" is not an interval with one meaning (${words}).`,
      `Write one of them, or translate it: {"values": {"${field}": {${JSON.stringify(value)}: "month"}}}.`,
    );
  let billing: BillingInterval | null = null;
  if (text !== null) billing = combined(text, count, unit);
  else if (unit !== null) billing = intervalOf(count ?? 1, unit);
  if (billing === null && text !== null && needed && pricePer === null) refuse("billing_interval", text);
  const price = pricePer === null ? null : readInterval(pricePer);
  if (price === null && pricePer !== null && needed) refuse("price_per", pricePer);
  return { billing, price, oneTime };
}

const lengths = /^(\d{1,3})(?:\.0+)?$/;

/** The length of a term in months: `12`, `12 months`, `1 year`, `annual`; `null` when it says none. */
export function readTermMonths(row: RowReader): number | null {
  const text = row.word("term_months");
  if (text === null) return null;
  const plain = lengths.exec(text);
  if (plain && Number(plain[1]) >= 1) return Number(plain[1]);
  const interval = readInterval(text);
  if (interval?.unit === "month") return interval.count;
  if (interval?.unit === "year") return interval.count * 12;
  return null;
}
