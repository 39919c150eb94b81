import {
  addDays,
  type Known,
  known,
  monthIndex,
  monthOf,
  notKnown,
  type Rational,
  rational,
  whereKnown,
} from "../kernel/index.ts";
import { entered, type FinancePeriod } from "./finance-period.ts";

/** How many calendar months a period is; null: it is not of whole months. */
export function wholeMonths({ from, to }: Pick<FinancePeriod, "from" | "to">): number | null {
  const next = addDays(to, 1);
  return from.endsWith("-01") && next.endsWith("-01")
    ? monthIndex(monthOf(next)) - monthIndex(monthOf(from))
    : null;
}

/**
 * How much more cash went out than came in, for each month; below zero where more came in. Term: burn-rate. Unit: exact
 * minor units.
 */
export function burnRate(period: FinancePeriod): Known<Rational> {
  const months = wholeMonths(period);
  if (months === null) return notKnown(`${period.from} to ${period.to} is not a number of whole months.`);
  return whereKnown(entered(period, "cashOut", "cashIn"), ({ cashOut, cashIn }) =>
    known(rational(cashOut - cashIn, BigInt(months))),
  );
}
