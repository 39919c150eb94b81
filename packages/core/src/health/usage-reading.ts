import type { Day } from "../kernel/index.ts";
import { addDays, daysBetween } from "../kernel/index.ts";
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

/** On how many of twenty working days of the window there was use. */
function activeDaysOf(readings: readonly AccountUseReading[]): number {
  return readings.reduce((sum, { activeDays, days, uses }) => {
    const active = activeDays ?? Math.min(days, uses ?? 0);
    return sum + (days > useWindow ? (active * useWindow) / days : active);
  }, 0);
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

/** Logins in the days before and after the middle of a stretch, where a source tells of logins in both halves. */
export function loginsAround(
  series: readonly AccountUseReading[],
  on: Day,
  days: number,
): { before: number; after: number } | null {
  const within = (to: Day) => {
    const from = addDays(to, -days);
    const told = series
      .slice(upTo(series, from), upTo(series, to))
      .filter((reading) => reading.days <= days && reading.logins !== null);
    return { known: told.length > 0, sum: told.reduce((sum, { logins }) => sum + (logins ?? 0), 0) };
  };
  const [before, after] = [within(addDays(on, -days)), within(on)];
  return before.known ? { before: before.sum, after: after.sum } : null;
}
