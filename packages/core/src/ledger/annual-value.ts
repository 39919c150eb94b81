import type { BillingInterval, ContractLine } from "../facts/index.ts";
import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  lastDay,
  minorOf,
  monthIndex,
  monthOf,
  type Rational,
  rational,
  rationalOf,
  times,
  zero,
} from "../kernel/index.ts";
import type { LedgerPolicy } from "./policy.ts";

/** Times an interval recurs in a year: month 12, quarter 4, week 52 (or 365/7 by policy), day 365. */
export function timesAYear(interval: BillingInterval, policy: LedgerPolicy): Rational {
  const count = BigInt(interval.count);
  if (interval.unit === "year") return rational(1n, count);
  if (interval.unit === "month") return rational(12n, count);
  if (interval.unit === "day") return rational(365n, count);
  return policy.week === "52" ? rational(52n, count) : rational(365n, 7n * count);
}

/**
 * A year as a share of a term: 12 / months where the term is whole months, else 365 / days. Both days are in force. A
 * term that starts on a day its last month lacks (29 February, 31 August) ends with that month or the day before.
 */
export function yearsPerTerm(startsOn: Day, endsOn: Day): Rational {
  const starts = monthIndex(monthOf(startsOn));
  const ends = monthIndex(monthOf(endsOn)) - starts;
  for (const months of [ends, ends + 1])
    if (months > 0 && starts + months <= monthIndex(monthOf(lastDay))) {
      const next = addMonths(startsOn, months);
      const short = next.slice(8) < startsOn.slice(8);
      if (addDays(next, -1) === endsOn || (short && next === endsOn)) return rational(12n, BigInt(months));
    }
  return rational(365n, BigInt(daysBetween(startsOn, endsOn) + 1));
}

/**
 * What a line is worth a year, in exact minor units of its currency: its price annualised, times its quantity where
 * the price is per unit. One-time lines are worth 0, and usage lines too unless the policy counts them.
 */
export function annualValue(line: ContractLine, policy: LedgerPolicy): Rational {
  if (line.lineKind === "one_time" || (line.lineKind === "usage" && policy.usage === "out")) return zero;
  const price = line.price;
  const stated = policy.discount === "list" ? (price.list ?? price.net) : price.net;
  const minor = minorOf(stated, line.currency);
  if (price.of === "total") {
    if (line.endsOn === null) return zero;
    return times(minor, yearsPerTerm(line.startsOn, line.endsOn));
  }
  const yearly = times(minor, timesAYear(price.per, policy));
  return price.of === "unit" ? times(yearly, rationalOf(line.quantity)) : yearly;
}
