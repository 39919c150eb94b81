import type { BillingInterval } from "@termwise/core/facts";
import { type Rational, rational } from "@termwise/core/kernel";

/** How many times a year an interval comes round, for comparing prices: weeks 52, days 365. The ledger has its own policy. */
export function timesAYear({ unit, count }: BillingInterval): Rational {
  const aYear = { day: 365n, week: 52n, month: 12n, year: 1n }[unit];
  return rational(aYear, BigInt(count));
}

const month: BillingInterval = { unit: "month", count: 1 };
const year: BillingInterval = { unit: "year", count: 1 };

/** The intervals prices are stated for by name. */
export const intervals = { month, year } as const;
