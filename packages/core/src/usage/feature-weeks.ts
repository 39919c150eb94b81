import type { UsageFact } from "../facts/index.ts";
import { type AccountId, addDays, type Day, groupBy, type Known, known, notKnown } from "../kernel/index.ts";
import { median } from "../lifecycle/index.ts";

/** How many accounts used a feature in the week that ends on a day. */
export interface WeekOfUse {
  readonly end: Day;
  readonly accounts: number;
}

const weeksShown = 13;

/** The accounts with use in the days after one day, up to another. A reading speaks for all the days it is about. */
export function usingBy(own: readonly UsageFact[], after: Day, upTo: Day): Set<AccountId> {
  const within = own.filter(
    ({ effectiveOn, days }) => effectiveOn > after && addDays(effectiveOn, -days) < upTo,
  );
  return new Set(within.map(({ accountId }) => accountId));
}

/** The accounts with use in each of the last thirteen weeks, the last of which ends on the day. */
export function usingWeeks(own: readonly UsageFact[], on: Day): WeekOfUse[] {
  return Array.from({ length: weeksShown }, (_, index) => {
    const end = addDays(on, -7 * (weeksShown - 1 - index));
    return { end, accounts: usingBy(own, addDays(end, -7), end).size };
  });
}

/** The median, over accounts, of uses in a week with use. Of readings of a week or less alone: longer ones do not say when. */
export function depthOf(own: readonly UsageFact[]): Known<number> {
  const weekly = own.filter(({ days, uses }) => days <= 7 && uses !== null);
  const each = [...groupBy(weekly, ({ accountId }) => accountId).values()].flatMap((readings) => {
    const weeks = new Map<number, number>();
    for (const { effectiveOn, uses } of readings) {
      const week = Math.floor(Date.parse(effectiveOn) / 604_800_000);
      weeks.set(week, (weeks.get(week) ?? 0) + (uses ?? 0));
    }
    return median([...weeks.values()]) ?? [];
  });
  const middle = median(each);
  return middle === null ? notKnown("No weekly use of it is known.") : known(middle);
}
