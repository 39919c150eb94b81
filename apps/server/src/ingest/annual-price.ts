import type { BillingInterval } from "@termwise/core/facts";
import { addDays, addMonths, type Day, daysBetween, type Rational, rational } from "@termwise/core/kernel";

/** How many times a year an interval comes round, for comparing prices: weeks 52, days 365. The ledger has its own policy. */
export function timesAYear({ unit, count }: BillingInterval): Rational {
  const aYear = { day: 365n, week: 52n, month: 12n, year: 1n }[unit];
  return rational(aYear, BigInt(count));
}

const month: BillingInterval = { unit: "month", count: 1 };
const year: BillingInterval = { unit: "year", count: 1 };

/** The intervals prices are stated for by name. */
export const intervals = { month, year } as const;

/** A year as a share of a term, both days in force: 12 / months where the term is whole months, else 365 / days. */
export function yearsPerTerm(startsOn: Day, endsOn: Day): Rational {
  const days = daysBetween(startsOn, endsOn) + 1;
  const months = Math.round(days / 30.4375);
  const whole = months > 0 && addDays(addMonths(startsOn, months), -1) === endsOn;
  return whole ? rational(12n, BigInt(months)) : rational(365n, BigInt(days));
}
