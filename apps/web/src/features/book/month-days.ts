import { daysAfter, lastDayOf, weekdayOf } from "../../lib/months.ts";

/** The weeks of a month, from Monday to Sunday, with the days of its neighbours that lie in them. */
export function weeksOf(month: string): string[][] {
  const [first, last] = [`${month}-01`, lastDayOf(month)];
  const weeks: string[][] = [];
  for (let monday = daysAfter(first, -weekdayOf(first)); monday <= last; monday = daysAfter(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => daysAfter(monday, day)));
  return weeks;
}
