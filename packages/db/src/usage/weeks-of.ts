import { addDays, type Day, epochDay } from "@termwise/core/kernel";
import type { StoredUse, WeeklyUse } from "./stored-use.ts";

/** What uses add up to by ISO week, in no order: feature by feature, and of each activity together (`feature` null). */
export function weeksOf(uses: Iterable<StoredUse>): WeeklyUse[] {
  const sums = new Map<
    string,
    Pick<WeeklyUse, "accountId" | "week" | "feature" | "activity"> & {
      users: Set<string>;
      days: Set<Day>;
      uses: number;
    }
  >();
  const weeks = new Map<Day, Day>();
  for (const { accountId, userId, feature, activity, on, uses: often } of uses) {
    const week = weeks.get(on) ?? lastDayOfWeek(on);
    weeks.set(on, week);
    for (const named of feature === null ? [null] : [feature, null]) {
      // The one text that may hold anything stands last.
      const key = `${accountId} ${week} ${activity} ${named === null ? "all" : `of ${named}`}`;
      const sum = sums.get(key) ?? {
        ...{ accountId, week, feature: named, activity },
        ...{ users: new Set<string>(), days: new Set<Day>(), uses: 0 },
      };
      sums.set(key, sum);
      if (userId !== "") sum.users.add(userId);
      sum.days.add(on);
      sum.uses += often;
    }
  }
  return [...sums.values()].map(({ users, days, ...sum }) => ({
    ...sum,
    users: users.size,
    activeDays: days.size,
  }));
}

/** The first of January 1970 was a Thursday. */
const lastDayOfWeek = (on: Day): Day => addDays(on, 6 - ((epochDay(on) + 3) % 7));
