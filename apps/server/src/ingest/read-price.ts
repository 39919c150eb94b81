import type { BillingInterval, Price } from "@termwise/core/facts";
import {
  type Currency,
  compare,
  currencyDigits,
  decimalText,
  minus,
  over,
  plus,
  type Rational,
  rational,
  rationalOf,
  times,
  zero,
} from "@termwise/core/kernel";
import { houseLedgerPolicy, timesAYear } from "@termwise/core/ledger";
import { discountMatters } from "./file-questions.ts";
import { intervals } from "./intervals.ts";
import { plainDecimal } from "./number-column.ts";
import type { RowReader } from "./row-reader.ts";

/** A price a row states, in the form of the fact, with what it is worth a year (`null`: cannot be compared). */
export interface StatedPrice {
  readonly field: string;
  readonly price: Price;
  readonly annual: Rational | null;
  /** By how much `annual` may be off because the stated price was rounded to whole minor units. */
  readonly slack: Rational;
}

/** The intervals of a row: of its bills, and of its prices where they differ. */
export interface RowIntervals {
  readonly billing: BillingInterval | null;
  readonly price: BillingInterval | null;
}

/** An exact amount as the decimal a fact holds: 12 places, far below the smallest coin. */
export const exactDecimal = (value: Rational): string => plainDecimal(decimalText(value, 12));
const half = rational(1n, 2n);
const hundred = rational(100n);

/** Reads the prices of one row in its currency, each as an exact decimal of major units. */
class PriceReader {
  readonly row: RowReader;
  readonly minor: Rational;
  readonly quantity: Rational;

  constructor(row: RowReader, currency: Currency, quantity: string) {
    this.row = row;
    this.minor = rational(1n, 10n ** BigInt(currencyDigits(currency)));
    this.quantity = rationalOf(quantity);
  }

  amount(field: string): Rational | null {
    const read = this.row.number(field);
    if (read === null) return null;
    const value = rationalOf(read.text);
    return this.row.column(field)?.minor ? times(value, this.minor) : value;
  }

  /** The share a discount takes off, and the amount it takes off the whole line; none where prices are net. */
  discount(): { share: Rational; amount: Rational } {
    if (!discountMatters((field) => this.row.has(field))) return { share: zero, amount: zero };
    const by = this.row.file.mapping.discount;
    const percent = this.row.number("discount_percent");
    const plain = by === "amount" ? null : this.row.number("discount");
    const stated = percent ?? plain;
    const amount =
      this.amount("discount_amount") ?? (by === "amount" ? this.amount("discount") : null) ?? zero;
    if (!stated) return { share: zero, amount };
    const value = rationalOf(stated.text);
    const share = by === "fraction" && !stated.percent ? value : over(value, hundred);
    if (compare(share, rational(1n)) <= 0) return { share, amount };
    this.row.problem(
      "E_VALUE",
      percent ? "discount_percent" : "discount",
      stated.text,
      "The discount is more than 100 %.",
      'Write 15 for 15 %, or say how it is written: {"discount": "fraction"}.',
    );
    return { share: zero, amount };
  }

  /** A price for the whole line. */
  whole(field: string, net: Rational, per: BillingInterval, list: Rational | null = null): StatedPrice {
    const yearly = timesAYear(per, houseLedgerPolicy);
    return {
      field,
      price: { of: "amount", net: exactDecimal(net), list: list && exactDecimal(list), per },
      annual: times(net, yearly),
      slack: times(times(this.minor, half), yearly),
    };
  }

  /** A price per unit, after the discounts of the row. */
  perUnit(
    field: string,
    net: Rational,
    list: Rational | null,
    per: BillingInterval,
    amountOff: Rational,
  ): StatedPrice {
    const yearly = timesAYear(per, houseLedgerPolicy);
    const slack = times(times(this.minor, half), times(yearly, plus(this.quantity, rational(1n))));
    if (amountOff.n === 0n)
      return {
        field,
        price: { of: "unit", net: exactDecimal(net), list: list && exactDecimal(list), per },
        annual: times(times(net, this.quantity), yearly),
        slack,
      };
    const line = times(list ?? net, this.quantity);
    const left = minus(times(net, this.quantity), amountOff);
    if (compare(left, zero) < 0)
      this.row.problem(
        "E_NEGATIVE_ARR",
        field,
        null,
        "The discount is more than the price.",
        "Correct the price or the discount.",
      );
    const paid = compare(left, zero) < 0 ? zero : left;
    return {
      field,
      price: { of: "amount", net: exactDecimal(paid), list: exactDecimal(line), per },
      annual: times(paid, yearly),
      slack,
    };
  }
}

function unitPrices(reader: PriceReader, priceInterval: BillingInterval | null): StatedPrice[] {
  const { share, amount } = reader.discount();
  const after = (list: Rational) => times(list, minus(rational(1n), share));
  const [netUnit, unit, list] = [
    reader.amount("net_unit_price"),
    reader.amount("unit_price"),
    reader.amount("list_price"),
  ];
  const discounted = share.n !== 0n || amount.n !== 0n;
  const found: StatedPrice[] = [];
  if (priceInterval) {
    if (netUnit) found.push(reader.perUnit("net_unit_price", netUnit, list ?? unit, priceInterval, zero));
    else if (unit && list) found.push(reader.perUnit("unit_price", unit, list, priceInterval, zero));
    else if (unit)
      found.push(reader.perUnit("unit_price", after(unit), discounted ? unit : null, priceInterval, amount));
    else if (list) found.push(reader.perUnit("list_price", after(list), list, priceInterval, amount));
  }
  for (const [field, per] of [
    ["unit_price_monthly", intervals.month],
    ["unit_price_yearly", intervals.year],
  ] as const) {
    const fixed = reader.amount(field);
    if (fixed) found.push(reader.perUnit(field, after(fixed), discounted ? fixed : null, per, zero));
  }
  return found;
}

/**
 * Every price a row states, in the order they are believed: ARR, MRR, unit price (after discount) times quantity,
 * amount of the whole line, total contract value, annual contract value.
 */
export function statedPrices(
  row: RowReader,
  currency: Currency,
  quantity: string,
  of: RowIntervals,
): StatedPrice[] {
  const reader = new PriceReader(row, currency, quantity);
  const per = of.price ?? of.billing;
  const [arr, mrr, amount] = [reader.amount("arr"), reader.amount("mrr"), reader.amount("amount")];
  const [total, acv] = [reader.amount("total_contract_value"), reader.amount("acv")];
  const found: StatedPrice[] = [];
  if (arr) found.push(reader.whole("arr", arr, intervals.year));
  if (mrr) found.push(reader.whole("mrr", mrr, intervals.month));
  found.push(...unitPrices(reader, per));
  const listAmount = reader.amount("list_amount");
  if (amount && per) found.push(reader.whole("amount", amount, per, listAmount));
  if (total)
    found.push({
      field: "total_contract_value",
      price: { of: "total", net: exactDecimal(total), list: null },
      annual: null,
      slack: zero,
    });
  if (acv) found.push(reader.whole("acv", acv, intervals.year));
  return found;
}
