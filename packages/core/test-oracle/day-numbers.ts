import type { Day } from "../src/kernel/index.ts";

/** Days as plain numbers, by the language's own calendar and not by ours. */
export function numberOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

/** The calendar day of a number. */
export function dayOfNumber(number: number): Day {
  return new Date(number * 86_400_000).toISOString().slice(0, 10) as Day;
}

/** The first and the last day of the month a day lies in, shifted by some months. */
export function monthAround(number: number, shift = 0): { first: number; last: number } {
  const at = new Date(number * 86_400_000);
  const [y, m] = [at.getUTCFullYear(), at.getUTCMonth() + shift];
  return { first: Date.UTC(y, m, 1) / 86_400_000, last: Date.UTC(y, m + 1, 0) / 86_400_000 };
}
