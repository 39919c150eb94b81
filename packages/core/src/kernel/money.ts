import { type Currency, currencyDigits } from "./currency.ts";
import { Failure } from "./failure.ts";
import { decimalText, type Rational, rational, rationalOf, round, times } from "./rational.ts";

/** An amount in whole minor units (cents, yen, fils) of one currency. Never a float. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** An amount of `minor` units. */
export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

/** `a + b`; refuses two currencies, because a sum of two currencies is not an amount. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency)
    throw new Failure("bad_input", `cannot add ${a.currency} to ${b.currency}: convert one of them first`);
  return money(a.minor + b.minor, a.currency);
}

/** A decimal in major units (`"1234.5"`) as exact minor units, not yet rounded: prices may be finer than a cent. */
export function minorOf(decimal: string, currency: Currency): Rational {
  return times(rationalOf(decimal), rational(10n ** BigInt(currencyDigits(currency))));
}

/** The amount nearest to an exact number of minor units, halves away from zero. */
export function roundMoney(minor: Rational, currency: Currency): Money {
  return money(round(minor), currency);
}

/** The amount in major units as a plain decimal with the currency's places: `money(123450n, USD)` is `"1234.50"`. */
export function moneyText(of: Money): string {
  const digits = currencyDigits(of.currency);
  return decimalText(rational(of.minor, 10n ** BigInt(digits)), digits);
}
