import { daysAfter, monthsAfter, weekdayOf } from "../../lib/months.ts";

/** Until when a line can be put off in one press, seen from a day; no day is offered twice. */
export function putOffDays(today: string): { label: string; until: string }[] {
  const choices = [
    { label: "Tomorrow", until: daysAfter(today, 1) },
    { label: "In 3 days", until: daysAfter(today, 3) },
    { label: "Next Monday", until: daysAfter(today, 7 - weekdayOf(today)) },
    { label: "In 2 weeks", until: daysAfter(today, 14) },
    { label: "In a month", until: monthsAfter(today, 1) },
  ];
  return choices.filter(({ until }, index) => choices.findIndex((one) => one.until === until) === index);
}

/** What one is done with stays away a year, unless its reason changes before. */
export function doneUntil(today: string): string {
  return monthsAfter(today, 12);
}
