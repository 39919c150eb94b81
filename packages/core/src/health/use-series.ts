import type { UsageFact } from "../facts/index.ts";
import { addDays, type Day, daysBetween, groupBy } from "../kernel/index.ts";

/** The system that readings of weeks come from which were added up from events. */
export const eventSystem = "product events";

/** What the users of an account did in the `days` days that end on `on`. What a source does not tell is null. */
export interface AccountUseReading {
  readonly on: Day;
  readonly days: number;
  /** Distinct active users; who only signs in is none. */
  readonly users: number | null;
  readonly uses: number | null;
  readonly logins: number | null;
  /** Distinct features used. */
  readonly features: number | null;
  readonly activeDays: number | null;
}

/** What the uses of an account on one day add up to. */
export interface AccountDay {
  readonly on: Day;
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
    days: first!.days,
    users: greatest(used.map(({ users }) => users)),
    uses: total(counted.map(({ uses }) => uses)),
    logins: total(logins.map(({ uses, users }) => uses ?? users)),
    features: named.length === 0 ? null : named.filter(({ uses, users }) => (uses ?? users ?? 0) > 0).length,
    activeDays: greatest(used.map(({ activeDays }) => activeDays)),
  };
}

/**
 * The use of an account in the order of its days, from readings that came in and from what events add up to. Days that
 * events tell of are told by them alone.
 */
export function useSeries(
  usage: readonly UsageFact[],
  accountDays: readonly AccountDay[] = [],
): AccountUseReading[] {
  const days = accountDays.map(
    ({ on, activeUsers, logins, uses, features }): AccountUseReading => ({
      on,
      days: 1,
      users: activeUsers,
      uses,
      logins,
      features,
      activeDays: uses > 0 ? 1 : 0,
    }),
  );
  const told = new Set(accountDays.map(({ on }) => on));
  const readings = groupBy(
    usage.filter(
      ({ withdrawn, effectiveOn, source }) =>
        !withdrawn && !told.has(effectiveOn) && (told.size === 0 || source.system !== eventSystem),
    ),
    ({ effectiveOn, days: length }) => `${effectiveOn} ${length}`,
  );
  return [...days, ...[...readings.values()].map(readingOf)].sort((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.days - b.days,
  );
}

/** How many readings of a series end by a day. */
export function upTo(series: readonly AccountUseReading[], on: Day): number {
  let [low, high] = [0, series.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (series[middle]!.on <= on) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The readings of a series that speak for the `length` days that end on a day: they end in them, or reach into them. */
export function readingsIn(
  series: readonly AccountUseReading[],
  on: Day,
  length: number,
): AccountUseReading[] {
  const from = addDays(on, -length);
  const [first, end] = [upTo(series, from), upTo(series, on)];
  if (end > first) return series.slice(first, end);
  const last = series[first - 1];
  return last && daysBetween(last.on, on) < last.days ? [last] : [];
}
