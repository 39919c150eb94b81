import type { Day } from "../kernel/index.ts";
import { addDays, daysBetween, epochDay, sumApart } from "../kernel/index.ts";
import { type HealthCase, type HealthInput, type MadeReading, madeOf, thousandths } from "./health-case.ts";
import { type AccountUseReading, readingsIn, upTo } from "./use-series.ts";

/** How many days of use a reading of use and engagement looks at. */
export const useWindow = 28;

/** The use that speaks for an account, and the day it speaks of: silence while others report is use of nothing. */
interface Spoken {
  readonly readings: readonly AccountUseReading[];
  readonly on: Day;
}

/** Which use speaks for an account; null where it was never heard of, or its source is not told of. */
export function useSpoken({ series, told, on }: HealthCase): Spoken | null {
  const until = told.useUntil;
  const first = series.find((reading) => reading.on <= on);
  if (until === null || !first) return null;
  const through = until < on ? until : on;
  const readings = readingsIn(series, through, useWindow);
  const last = readings.at(-1);
  // A reading of many days that reaches into the window is as old as its last day.
  const long = last && daysBetween(last.on, through) < last.days;
  return { readings, on: last && long ? last.on : through };
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Active users in the readings: of single days the mean of the days with use, else the mean of the readings. */
function usersOf(readings: readonly AccountUseReading[]): number {
  const users = readings.flatMap(({ users: active, days }) =>
    active === null || (days === 1 && active === 0) ? [] : [active],
  );
  return mean(users);
}

/** On how many of twenty working days of the window there was use; a day that two readings tell of counts once. */
function activeDaysOf(readings: readonly AccountUseReading[]): number {
  return sumApart(
    readings.map(({ on, activeDays, days, uses }) => {
      const active = activeDays ?? Math.min(days, uses ?? 0);
      return { end: epochDay(on), days, amount: days > useWindow ? (active * useWindow) / days : active };
    }),
  );
}

const oneDecimal = (of: number): string => String(Math.round(of * 10) / 10);

/** Use: active users of licensed seats, and on how many of twenty working days, three to one. Without seats the days alone. */
export function usageReading(of: HealthCase): MadeReading | null {
  const spoken = useSpoken(of);
  if (!spoken) return null;
  const { readings, on } = spoken;
  const users = usersOf(readings);
  const days = activeDaysOf(readings);
  const inputs: HealthInput[] = [];
  if (of.seats !== null)
    inputs.push({
      what: "seats",
      text: `${oneDecimal(users)} active users of ${of.seats} licensed seats`,
      on,
      share: thousandths(users, of.seats),
      weight: 3,
    });
  inputs.push({
    what: "regularity",
    text: `Use on ${oneDecimal(days)} of 20 working days`,
    on,
    share: thousandths(days, 20),
    weight: 1,
  });
  return madeOf("usage", on, inputs);
}

/** Utilization: active users of licensed seats alone. */
export function utilizationReading(of: HealthCase): MadeReading | null {
  const spoken = useSpoken(of);
  if (!spoken || of.seats === null) return null;
  const users = usersOf(spoken.readings);
  return madeOf("utilization", spoken.on, [
    {
      what: "seats",
      text: `${oneDecimal(users)} active users of ${of.seats} licensed seats`,
      on: spoken.on,
      share: thousandths(users, of.seats),
      weight: 1,
    },
  ]);
}

/** The logins of a stretch of days that ends on one, and on how many of the days a source tells of them. */
function loginsIn(
  series: readonly AccountUseReading[],
  to: Day,
  length: number,
): { readonly sum: number; readonly covered: number } {
  const from = addDays(to, -length);
  let [sum, covered, daily] = [0, 0, false];
  // A reading of several days that ends after the stretch may reach into it.
  for (const { on, days, logins } of series.slice(upTo(series, from), upTo(series, addDays(to, length)))) {
    if (logins === null || days > length) continue;
    if (days === 1) daily ||= on <= to;
    const last = Math.min(daysBetween(from, on), length);
    const first = Math.max(daysBetween(from, on) - days, 0);
    const inside = Math.max(0, last - first);
    sum += (logins * inside) / days;
    covered += inside;
  }
  // Where days are told of one by one, a day without a row is one without a login.
  return { sum, covered: daily ? length : Math.min(covered, length) };
}

/**
 * Logins in the `days` days up to one, and in as many before, where a source tells of half of each at least: those of
 * readings of several days are spread over them, and what is told of a part stands for the whole.
 */
export function loginsAround(
  series: readonly AccountUseReading[],
  on: Day,
  days: number,
): { before: number; after: number } | null {
  const known = series.slice(0, upTo(series, on));
  const [before, after] = [loginsIn(known, addDays(on, -days), days), loginsIn(known, on, days)];
  if (before.covered * 2 < days || after.covered * 2 < days) return null;
  const whole = ({ sum, covered }: { sum: number; covered: number }) => Math.round((sum * days) / covered);
  return { before: whole(before), after: whole(after) };
}
