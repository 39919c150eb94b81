import { z } from "zod";
import { Failure } from "./failure.ts";

/** Days since 1970-01-01 of a civil date (proleptic Gregorian). Integer arithmetic only: no clock, no zone. */
function epochOf(year: number, month: number, dayOfMonth: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civilOf(epoch: number): [year: number, month: number, dayOfMonth: number] {
  const z = epoch + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return [yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1];
}

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

function isRealDay(text: string): boolean {
  const m = isoDay.exec(text);
  if (!m) return false;
  const [y, mo, d] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (mo < 1 || mo > 12 || d < 1 || d > 31) return false;
  const [cy, cm, cd] = civilOf(epochOf(y, mo, d));
  return cy === y && cm === mo && cd === d;
}

/** A calendar day, `YYYY-MM-DD`, without time or zone. Days compare correctly as strings. */
export const Day = z.string().refine(isRealDay, "is not a calendar day (YYYY-MM-DD)").brand<"Day">();
/** A calendar day, `YYYY-MM-DD`. */
export type Day = z.infer<typeof Day>;

/** Reads `YYYY-MM-DD`; throws a `bad_input` {@link Failure} for anything that is not a real calendar day. */
export function day(text: string): Day {
  if (!isRealDay(text)) throw new Failure("bad_input", `"${text}" is not a calendar day (YYYY-MM-DD)`);
  return text as Day;
}

/** The number some digits of a text make. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}

/** The number of days since 1970-01-01; the inverse of {@link dayOfEpoch}. */
export function epochDay(on: Day): number {
  return epochOf(digits(on, 0, 4), digits(on, 5, 7), digits(on, 8, 10));
}

const named = new Map<number, Day>();
/** More days than a century has. */
const namesKept = 40_000;

/** The calendar day a number of days after 1970-01-01. The same few thousand days are asked for again and again. */
export function dayOfEpoch(epoch: number): Day {
  const known = named.get(epoch);
  if (known !== undefined) return known;
  const made = dayOfCivil(...civilOf(epoch));
  if (named.size >= namesKept) named.clear();
  named.set(epoch, made);
  return made;
}

/** The day with this year, month (1-12) and day of month; the caller vouches that it exists. */
export function dayOfCivil(year: number, month: number, dayOfMonth: number): Day {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
  return day(text);
}

/** The day `days` later (earlier when negative). */
export function addDays(on: Day, days: number): Day {
  return dayOfEpoch(epochDay(on) + days);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** Days in the month `month` (1-12) of `year`. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : epochOf(year, month + 1, 1) - epochOf(year, month, 1);
}

/** The same day of month `months` later, or the last day of that month where it has fewer days (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(on: Day, months: number): Day {
  const index = Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return dayOfCivil(year, month, Math.min(Number(on.slice(8, 10)), daysInMonth(year, month)));
}

/** The earlier of two days. */
export function earlier(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

/** The later of two days. */
export function later(a: Day, b: Day): Day {
  return a >= b ? a : b;
}

/** The first day any fact may carry: what is known "from the beginning" is effective here. */
export const firstDay = "1900-01-01" as Day;
/** The last day any fact may carry: an open end reads as this where an order is needed. */
export const lastDay = "9999-12-31" as Day;
