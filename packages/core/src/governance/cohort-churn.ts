import { addDays, type Day, daysBetween, groupBy, type Rational, rational } from "../kernel/index.ts";

/** A customer as the watch over cohorts sees it: when it was won, whether its handoff was complete, when it was lost. */
export interface HandedOver {
  readonly wonOn: Day;
  readonly complete: boolean;
  readonly lostOn: Day | null;
}

/** A quarter's customers that were handed over completely, and how many of them were lost by an age. */
export interface CohortChurn {
  /** The calendar quarter they were won in: `2026-Q1`. */
  readonly quarter: string;
  readonly customers: number;
  readonly lost: number;
  /** The first day it showed. */
  readonly since: Day;
  /** The age in days up to which losses are counted, in this cohort and in those before. */
  readonly days: number;
  /** The share lost by that age in the four quarters before, taken together. */
  readonly before: { readonly customers: number; readonly lost: number };
}

const quarterOf = (on: Day): string => `${on.slice(0, 4)}-Q${Math.ceil(Number(on.slice(5, 7)) / 3)}`;
const endOf = (quarter: string): Day => {
  const [year = "", q = ""] = quarter.split("-Q");
  return `${year}-${["03-31", "06-30", "09-30", "12-31"][Number(q) - 1]}` as Day;
};

/** A quarter is looked at once its youngest customer is this old, and for a year. */
const watched = { fromDays: 90, toDays: 365 } as const;
/** Fewer customers than this tell nothing. */
const leastCustomers = 5;
/** By how much more than before churn has to be: a tenth of the customers. */
const leastRise = rational(1n, 10n);

/**
 * The quarters whose customers churn more than those before them although every one of their handoffs was complete: a sign
 * that "onboarded" or "complete" no longer means what it should. Losses are counted up to the age every customer of the
 * quarter has reached, at most a year, and compared at that age with the four quarters before.
 */
export function churningCohorts(customers: readonly HandedOver[], today: Day): CohortChurn[] {
  const complete = customers.filter((one) => one.complete);
  const quarters = groupBy(complete, ({ wonOn }) => quarterOf(wonOn));
  const names = [...quarters.keys()].sort();
  return names.flatMap((quarter, index) => {
    const own = quarters.get(quarter) ?? [];
    const earlier = names.slice(Math.max(0, index - 4), index).flatMap((name) => quarters.get(name) ?? []);
    if (own.length < leastCustomers || earlier.length < leastCustomers) return [];
    const onDay = (on: Day) => {
      const days = daysBetween(endOf(quarter), on);
      const found = { customers: own.length, lost: lostBy(own, on, days), days };
      const before = { customers: earlier.length, lost: lostBy(earlier, on, days) };
      const seen = days >= watched.fromDays && days <= watched.toDays && rose({ ...found, before });
      return seen ? { quarter, ...found, before } : null;
    };
    const found = onDay(today);
    if (found === null) return [];
    const first = addDays(endOf(quarter), watched.fromDays);
    const turns = [first, ...own.flatMap(({ lostOn }) => lostOn ?? [])].sort();
    return [{ ...found, since: turns.find((on) => on <= today && onDay(on) !== null) ?? today }];
  });
}

function lostBy(customers: readonly HandedOver[], on: Day, days: number): number {
  return customers.filter(
    ({ wonOn, lostOn }) => lostOn !== null && lostOn <= on && daysBetween(wonOn, lostOn) <= days,
  ).length;
}

function rose({ customers, lost, before }: Pick<CohortChurn, "customers" | "lost" | "before">): boolean {
  const share = (of: number, all: number): Rational => rational(BigInt(of), BigInt(all));
  const [now, then] = [share(lost, customers), share(before.lost, before.customers)];
  const rise = rational(now.n * then.d - then.n * now.d, now.d * then.d);
  return rise.n * leastRise.d >= leastRise.n * rise.d;
}
