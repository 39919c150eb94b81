import { epochDay, sumApart } from "../kernel/index.ts";
import { decided, type FoundLine, foundLine, thousandths, unknownLine } from "./found-line.ts";
import type { HealthCase, ToldFrom } from "./health-case.ts";
import type { Saying } from "./sayings.ts";
import { type AccountUseReading, endedBy, stretchOf, type UseStretch } from "./use-series.ts";

/** How many days of use a reading of use and engagement looks at. */
export const useWindow = 28;
/** How many of them are working days. */
const workingDays = 20;

/** The use that speaks for an account, and the day it speaks of: silence while others report is use of nothing. */
export interface Spoken extends UseStretch {
  readonly series: readonly AccountUseReading[];
  readonly on: number;
}

/** What tells which use speaks for an account on a day. */
export interface UseTold extends Pick<HealthCase, "series" | "on"> {
  readonly told: Pick<ToldFrom, "useUntil">;
}

/** Which use speaks for an account; null where it was never heard of, or its source is not told of. */
export function useSpoken({ series, told, on }: UseTold): Spoken | null {
  const at = epochDay(on);
  if (told.useUntil === null || endedBy(series, at) === 0) return null;
  const through = Math.min(epochDay(told.useUntil), at);
  const found = stretchOf(series, through, useWindow);
  const last = series[found.until - 1];
  // Where the next reading of as many days cannot be there yet, the last one speaks, as of its last day.
  const due = last && found.until > found.from && through - last.end < last.days;
  if (!due) return { series, ...found, on: through };
  return { series, ...stretchOf(series, last.end, useWindow), on: last.end };
}

/** Why no use speaks for an account. */
export const whyNoUse = ({ told }: UseTold): Saying =>
  told.useUntil === null ? "no_source_of_use" : "never_used";

/** Active users in the readings: of single days the mean of the days with use, else the mean of the readings. */
function usersOf({ series, from, until }: Spoken): number {
  let [sum, counted] = [0, 0];
  for (let at = from; at < until; at++) {
    const { users, days } = series[at]!;
    if (users === null || (days === 1 && users === 0)) continue;
    sum += users;
    counted++;
  }
  return counted === 0 ? 0 : sum / counted;
}

/** Whether a day is one of five that are worked on: Monday to Friday. 1970 began on a Thursday. */
const isWorkday = (on: number): boolean => (((on + 3) % 7) + 7) % 7 < 5;

/** How many days of use a reading tells of, of its working days; of a single day whether it was one of them. */
function workedDays({ activeDays, days, uses, end }: AccountUseReading): number {
  const active = activeDays ?? Math.min(days, uses ?? 0);
  if (days === 1) return isWorkday(end) ? active : 0;
  return Math.min(active, (days * 5) / 7);
}

/**
 * On how many of twenty working days of the window there was use. A day that two readings tell of counts once, and of a
 * reading that began before the window the part within it.
 */
function activeDaysOf({ series, from, until, on }: Spoken): number {
  const before = on - useWindow;
  let [sum, last, apart] = [0, Number.NEGATIVE_INFINITY, true];
  for (let at = from; at < until; at++) {
    const reading = series[at]!;
    const inside = Math.min(reading.days, reading.end - before);
    apart &&= reading.end - inside >= last;
    last = reading.end;
    sum += (workedDays(reading) * inside) / reading.days;
  }
  return Math.min(workingDays, apart ? sum : daysApart(series.slice(from, until), before));
}

/** The same where readings share days. */
const daysApart = (readings: readonly AccountUseReading[], before: number): number =>
  sumApart(
    readings.map((reading) => {
      const days = Math.min(reading.days, reading.end - before);
      return { end: reading.end, days, amount: (workedDays(reading) * days) / reading.days };
    }),
  );

/** As it is told, in hundredths: a share is made of the number people read, so that they come to the same thousandths. */
const hundredths = (of: number): number => Math.round(of * 100);

/** Active users of licensed seats, of the use that speaks for an account. */
function seatsLine(of: HealthCase, spoken: Spoken | null, weight: number): FoundLine {
  if (!spoken) return unknownLine("seats", whyNoUse(of), weight);
  const { on } = spoken;
  if (of.seats === null) return unknownLine("seats", "seats_unknown", weight, { on });
  const users = hundredths(usersOf(spoken));
  const share = thousandths(users / 100, of.seats);
  return foundLine("seats", "active_users", [users, of.seats], { on, share, weight });
}

/** Use: active users of licensed seats, and on how many of twenty working days, three to one. */
export function usageReading(of: HealthCase): readonly FoundLine[] | null {
  const spoken = useSpoken(of);
  const seats = seatsLine(of, spoken, 3);
  if (!spoken) return decided([seats, unknownLine("regularity", whyNoUse(of), 1)]);
  const days = hundredths(activeDaysOf(spoken));
  const share = thousandths(days / 100, workingDays);
  return decided([
    seats,
    foundLine("regularity", "days_of_use", [days], { on: spoken.on, share, weight: 1 }),
  ]);
}

/** Utilization: active users of licensed seats alone. */
export const utilizationReading = (of: HealthCase): readonly FoundLine[] | null =>
  decided([seatsLine(of, useSpoken(of), 1)]);
