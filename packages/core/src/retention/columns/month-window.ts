import {
  type Day,
  firstDayOf,
  lastDayOf,
  type Month,
  month,
  monthIndex,
  monthOf,
  monthOfIndex,
  opensOn,
  type Period,
} from "../../kernel/index.ts";

const origin = monthIndex(month("1900-01"));

/** A month as a small number: months since January 1900, when the first facts may begin. Fits 16 bits until 7361. */
export function monthNumber(of: Month): number {
  return monthIndex(of) - origin;
}

/** The inverse of {@link monthNumber}. */
export function monthOfNumber(number: number): Month {
  return monthOfIndex(number + origin);
}

/** The month number a day lies in. */
export const monthNumberOf = (on: Day): number => monthNumber(monthOf(on));

/** A window between two month ends, as month numbers: what happens after the end of `opens`, up to the end of `closes`. */
export interface MonthWindow {
  readonly opens: number;
  readonly closes: number;
}

/** The month window a period is, `null` when it does not begin and end with whole months: then the plain fold answers. */
export function monthWindowOf(period: Period): MonthWindow | null {
  if (period.from !== firstDayOf(monthOf(period.from)) || period.to !== lastDayOf(monthOf(period.to)))
    return null;
  return { opens: monthNumberOf(opensOn(period)), closes: monthNumberOf(period.to) };
}
