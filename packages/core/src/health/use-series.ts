import type { UsageFact } from "../facts/index.ts";
import { type Day, dayOfEpoch, epochDay, groupBy } from "../kernel/index.ts";

/** The system that readings of weeks come from which were added up from events. */
export const eventSystem = "product events";

/** What the users of an account did in the `days` days that end on `on`. What a source does not tell is null. */
export interface AccountUseReading {
  readonly on: Day;
  /** The same day as a number since 1970. */
  readonly end: number;
  readonly days: number;
  /** Distinct active users; who only signs in is none. */
  readonly users: number | null;
  readonly uses: number | null;
  readonly logins: number | null;
  /** Distinct features used. */
  readonly features: number | null;
  readonly activeDays: number | null;
}

/** What the uses of an account on one day, a number since 1970, add up to. */
export interface AccountDay {
  readonly end: number;
  readonly activeUsers: number;
  readonly logins: number;
  readonly uses: number;
  readonly features: number;
}

const greatest = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((most, one) => (one === null ? most : Math.max(most ?? 0, one)), null);
const total = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce((sum, one) => (one === null ? sum : (sum ?? 0) + one), null);

function readingOf(facts: readonly UsageFact[]): AccountUseReading {
  const [first] = facts;
  const used = facts.filter(({ activity }) => activity === "use");
  const [whole, named] = [
    used.filter(({ feature }) => feature === null),
    used.filter((fact) => fact.feature),
  ];
  // A reading of the product as a whole has the uses of its features in it.
  const counted = whole.length > 0 ? whole : named;
  const logins = facts.filter(({ activity }) => activity === "login");
  return {
    on: first!.effectiveOn,
    end: epochDay(first!.effectiveOn),
    days: first!.days,
    users: greatest(used.map(({ users }) => users)),
    uses: total(counted.map(({ uses }) => uses)),
    logins: total(logins.map(({ uses, users }) => uses ?? users)),
    features: named.length === 0 ? null : named.filter(({ uses, users }) => (uses ?? users ?? 0) > 0).length,
    activeDays: greatest(used.map(({ activeDays }) => activeDays)),
  };
}

/** What the uses of a day add up to, as a reading. */
export const dayRead = ({ end, activeUsers, logins, uses, features }: AccountDay): AccountUseReading => ({
  on: dayOfEpoch(end),
  end,
  days: 1,
  users: activeUsers,
  uses,
  logins,
  features,
  activeDays: uses > 0 ? 1 : 0,
});

const byEnd = (a: AccountUseReading, b: AccountUseReading): number => a.end - b.end || a.days - b.days;

/** Readings in the order of their days: the same list where it has that order, as most have. */
export function inDayOrder(readings: readonly AccountUseReading[]): readonly AccountUseReading[] {
  for (let at = 1; at < readings.length; at++)
    if (byEnd(readings[at - 1]!, readings[at]!) > 0) return readings.toSorted(byEnd);
  return readings;
}

/**
 * The use of an account in the order of its days, from readings that came in and from what events add up to on single days.
 * Days that events tell of are told by them alone.
 */
export function useSeries(
  usage: readonly UsageFact[],
  days: readonly AccountUseReading[] = [],
): readonly AccountUseReading[] {
  if (usage.length === 0) return inDayOrder(days);
  const told = new Set(days.map(({ on }) => on));
  const readings = groupBy(
    usage.filter(
      ({ withdrawn, effectiveOn, source }) =>
        !withdrawn && !told.has(effectiveOn) && (told.size === 0 || source.system !== eventSystem),
    ),
    ({ effectiveOn, days: length }) => `${effectiveOn} ${length}`,
  );
  return [...days, ...[...readings.values()].map(readingOf)].sort(byEnd);
}

/** How many readings of a series end by a day, a number since 1970. */
export function endedBy(series: readonly AccountUseReading[], on: number): number {
  let [low, high] = [0, series.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (series[middle]!.end <= on) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Some readings of a series: those from one place until before another. */
export interface UseStretch {
  readonly from: number;
  readonly until: number;
}

/** The readings that speak for the `length` days that end on a day: they end in them, or reach into them. */
export function stretchOf(series: readonly AccountUseReading[], on: number, length: number): UseStretch {
  const [from, until] = [endedBy(series, on - length), endedBy(series, on)];
  if (until > from) return { from, until };
  const last = series[from - 1];
  return last && on - last.end < last.days ? { from: from - 1, until: from } : { from, until: from };
}
