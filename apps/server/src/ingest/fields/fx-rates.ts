import { field } from "./field.ts";

/** The fields of an exchange rates file. */
export const rateFields = [
  field(
    "date",
    "date",
    "The day the rate holds from.",
    "rate date, effective date, valid from, effective on, as of, as of date, day, start date, fx date, datum, effective from, date from, rate day, time period, month",
  ),
  field(
    "base",
    "currency",
    "The currency converted from.",
    "from, from currency, base currency, source currency, source, currency from, from ccy, base ccy, currency, from currency code, iso code, currency code, currency iso code",
  ),
  field(
    "quote",
    "currency",
    "The currency converted to.",
    "to, to currency, quote currency, target currency, target, currency to, to ccy, quote ccy, counter currency, price currency, term currency, to currency code, reporting currency, corporate currency",
  ),
  field(
    "rate",
    "number",
    "How much of `quote` one unit of `base` is worth.",
    "exchange rate, fx rate, conversion rate, value, rate value, kurs, mid rate, closing rate, obs value, multiplier",
  ),
  field("system", "text", "The system the rate comes from.", "source system, provider"),
];
