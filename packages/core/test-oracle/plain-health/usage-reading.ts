import type { HealthPolicy } from "../../src/health/policy.ts";
import { type AccountUseReading, endedBy } from "../../src/health/use-series.ts";
import { weekday } from "../../src/health/weeks.ts";
import type { Day } from "../../src/kernel/index.ts";
import { addDays, daysBetween, epochDay, sumApart } from "../../src/kernel/index.ts";
import {
  type FoundInput,
  type HealthCase,
  type MadeReading,
  madeOf,
  type ToldFrom,
  thousandths,
  unknownInput,
} from "./health-case.ts";

/** How many days of use a reading of use and engagement looks at. */
export const useWindow = 28;

/** The readings of a series that speak for the `length` days that end on a day: they end in them, or reach into them. */
function readingsIn(series: readonly AccountUseReading[], on: Day, length: number): AccountUseReading[] {
  const from = addDays(on, -length);
  const [first, end] = [endedBy(series, epochDay(from)), endedBy(series, epochDay(on))];
  if (end > first) return series.slice(first, end);
  const last = series[first - 1];
  return last && daysBetween(last.on, on) < last.days ? [last] : [];
}

/** The use that speaks for an account, and the day it speaks of: silence while others report is use of nothing. */
interface Spoken {
  readonly readings: readonly AccountUseReading[];
  readonly on: Day;
}

/** What tells which use speaks for an account on a day. */
export interface UseTold extends Pick<HealthCase, "series" | "on"> {
  readonly told: Pick<ToldFrom, "useUntil">;
}

/** Which use speaks for an account; null where it was never heard of, or its source is not told of. */
export function useSpoken({ series, told, on }: UseTold): Spoken | null {
  const until = told.useUntil;
  const first = series.find((reading) => reading.on <= on);
  if (until === null || !first) return null;
  const through = until < on ? until : on;
  const readings = readingsIn(series, through, useWindow);
  const last = readings.at(-1);
  // Where the next reading of as many days cannot be there yet, the last one speaks, as of its last day.
  const due = last && daysBetween(last.on, through) < last.days;
  return due ? { readings: readingsIn(series, last.on, useWindow), on: last.on } : { readings, on: through };
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

/** Why no use speaks for an account. */
export const whyNoUse = ({ told }: UseTold): string =>
  told.useUntil === null ? "No source tells of use" : "No source ever told of use by this customer";

/** Active users in the readings: of single days the mean of the days with use, else the mean of the readings. */
function usersOf(readings: readonly AccountUseReading[]): number {
  const users = readings.flatMap(({ users: active, days }) =>
    active === null || (days === 1 && active === 0) ? [] : [active],
  );
  return mean(users);
}

/** How many days of use a reading tells of, of its working days; of a single day whether it was one of them. */
function workedDays({ on, activeDays, days, uses }: AccountUseReading): number {
  const active = activeDays ?? Math.min(days, uses ?? 0);
  if (days === 1) return weekday(on) <= 5 ? active : 0;
  return Math.min(active, (days * 5) / 7);
}

/**
 * On how many of twenty working days of the window there was use. A day that two readings tell of counts once, and of a
 * reading that began before the window the part within it.
 */
function activeDaysOf({ readings, on }: Spoken): number {
  const before = epochDay(on) - useWindow;
  const days = sumApart(
    readings.map((reading) => {
      const end = epochDay(reading.on);
      const inside = Math.min(reading.days, end - before);
      return { end, days: inside, amount: (workedDays(reading) * inside) / reading.days };
    }),
  );
  return Math.min(20, days);
}

/** As it is told: a share is made of the number people read, so that they come to the same thousandths. */
const hundredths = (of: number): number => Math.round(of * 100) / 100;

/** Active users of licensed seats, of the use that speaks for an account. */
function seatsInput(of: HealthCase, weight: number): FoundInput {
  const spoken = useSpoken(of);
  if (!spoken) return unknownInput("seats", weight, whyNoUse(of));
  const users = hundredths(usersOf(spoken.readings));
  if (of.seats === null)
    return unknownInput("seats", weight, "How many seats are licensed is not known", spoken.on);
  return {
    what: "seats",
    text: `${users.toLocaleString("en")} active ${users === 1 ? "user" : "users"} of ${of.seats.toLocaleString("en")} licensed seats`,
    on: spoken.on,
    share: thousandths(users, of.seats),
    weight,
  };
}

/** Use: active users of licensed seats, and on how many of twenty working days, three to one. */
export function usageReading(of: HealthCase, policy: HealthPolicy): MadeReading | null {
  const spoken = useSpoken(of);
  const days = spoken && hundredths(activeDaysOf(spoken));
  const regularity: FoundInput =
    spoken && days !== null
      ? {
          what: "regularity",
          text: `Use on ${days} of 20 working days`,
          on: spoken.on,
          share: thousandths(days, 20),
          weight: 1,
        }
      : unknownInput("regularity", 1, whyNoUse(of));
  return madeOf("usage", of.on, [seatsInput(of, 3), regularity], policy);
}

/** Utilization: active users of licensed seats alone. */
export function utilizationReading(of: HealthCase, policy: HealthPolicy): MadeReading | null {
  return madeOf("utilization", of.on, [seatsInput(of, 1)], policy);
}
