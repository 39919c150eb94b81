import { z } from "zod";
import { type Day, dayOfCivil, daysInMonth } from "./day.ts";
import { Failure } from "./failure.ts";

/** A calendar month, `YYYY-MM`. Months compare correctly as strings. */
export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "is not a month (YYYY-MM)")
  .brand<"Month">();
/** A calendar month, `YYYY-MM`. */
export type Month = z.infer<typeof Month>;

/** Reads `YYYY-MM`; throws a `bad_input` {@link Failure} otherwise. */
export function month(text: string): Month {
  const read = Month.safeParse(text);
  if (!read.success) throw new Failure("bad_input", `"${text}" is not a month (YYYY-MM)`);
  return read.data;
}

/** The month a day lies in. */
export function monthOf(on: Day): Month {
  return on.slice(0, 7) as Month;
}

/** Months since year 0, January: a plain integer to count with. */
export function monthIndex(of: Month): number {
  return Number(of.slice(0, 4)) * 12 + Number(of.slice(5, 7)) - 1;
}

/** The inverse of {@link monthIndex}. */
export function monthOfIndex(index: number): Month {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}` as Month;
}

/** The month `months` later. */
export function shiftMonth(of: Month, months: number): Month {
  return monthOfIndex(monthIndex(of) + months);
}

/** The first day of a month. */
export function firstDayOf(of: Month): Day {
  return dayOfCivil(Number(of.slice(0, 4)), Number(of.slice(5, 7)), 1);
}

/** The last day of a month. */
export function lastDayOf(of: Month): Day {
  const [y, m] = [Number(of.slice(0, 4)), Number(of.slice(5, 7))];
  return dayOfCivil(y, m, daysInMonth(y, m));
}
