import type { UsageFact } from "../facts/index.ts";
import { epochDay, sumApart } from "../kernel/index.ts";
import type { CustomerRecord } from "../people/index.ts";
import { seatLinesOf, type UseIndex, upTo, useIndexOf } from "./use-index.ts";

/** How far back anything looks at readings: the longest cadence and the longest reading there can be. */
export const horizon = 366 + 92;

/** Readings that can matter on a day: those of an index from `first` until before `end`. Days are numbers since 1970. */
export interface Readings {
  readonly index: UseIndex;
  readonly first: number;
  readonly end: number;
}

/** The readings that can matter on a day, of those that end after another; found by bisection. */
export function readingsUpTo(
  usage: readonly UsageFact[],
  on: number,
  after = Number.NEGATIVE_INFINITY,
): Readings {
  const index = useIndexOf(usage);
  const end = upTo(index.ends, on);
  return { index, first: Math.min(end, upTo(index.ends, Math.max(on - horizon, after))), end };
}

/** Whether a reading speaks for a day: it ended within so many days of it, or within its own length where that is more. */
export function isCurrent({ ends, usage }: UseIndex, at: number, on: number, window: number): boolean {
  const end = ends[at]!;
  return end <= on && end > on - Math.max(window, usage[at]!.days);
}

/** Goes through the use of a feature (null: of anything) that speaks for a day, the latest first. */
function eachUse(
  { index, first, end }: Readings,
  { name, on, window }: Asked,
  visit: (reading: UsageFact) => void,
): void {
  // No reading that ended before this can reach the day.
  const oldest = on - Math.max(window, index.longest);
  for (let at = end - 1; at >= first && index.ends[at]! > oldest; at--)
    if (index.used[at] && (name === null || index.names[at] === name) && isCurrent(index, at, on, window))
      visit(index.usage[at]!);
}

/** Use of a feature (null: of anything) within so many days of a day. */
interface Asked {
  readonly name: string | null;
  readonly on: number;
  readonly window: number;
}

/** The use that speaks for a day, in the order of its days. */
export function useOf(readings: Readings, asked: Asked): UsageFact[] {
  const found: UsageFact[] = [];
  eachUse(readings, asked, (reading) => found.push(reading));
  return found.reverse();
}

/**
 * How many readings tell of the use that is asked for, and on how many days there was any. Where a source does not say
 * on how many days, each use counts as a day, at most one for each day the reading covers. Days that two readings tell of,
 * one from a file and one from events, count once.
 */
export function amountOfUse(readings: Readings, asked: Asked): { count: number; activeDays: number } {
  let [count, active, from, apart] = [0, 0, Number.POSITIVE_INFINITY, true];
  const daysOf = ({ activeDays, uses, days }: UsageFact): number => activeDays ?? Math.min(days, uses ?? 1);
  eachUse(readings, asked, (reading) => {
    const end = epochDay(reading.effectiveOn);
    apart &&= end <= from;
    from = end - reading.days;
    count++;
    active += daysOf(reading);
  });
  if (apart) return { count, activeDays: active };
  const stretches = useOf(readings, asked).map((reading) => ({
    end: epochDay(reading.effectiveOn),
    days: reading.days,
    amount: daysOf(reading),
  }));
  return { count, activeDays: sumApart(stretches) };
}

/** The last use of a feature (null: of anything): its place in the index; null: none. */
export function lastUse({ index, first, end }: Readings, name: string | null): number | null {
  const at = end === 0 ? -1 : (index.lastUse(name)[end - 1] ?? -1);
  return at >= first ? at : null;
}

/** How many seats were active: the most users that a reading of the product, or of any feature, knows of. */
export function activeSeats(readings: Readings, on: number, window: number): number | null {
  let [whole, any] = [-1, -1];
  eachUse(readings, { name: null, on, window }, ({ feature, users }) => {
    if (users === null) return;
    any = Math.max(any, users);
    if (feature === null) whole = Math.max(whole, users);
  });
  const seats = whole >= 0 ? whole : any;
  return seats < 0 ? null : seats;
}

/** The seats a customer has licensed: as the newest reading says, else as its contract lines in force do; null: unknown. */
export function licensedSeats({ lines }: CustomerRecord, readings: Readings, on: number): number | null {
  const { index, first, end } = readings;
  const known = Math.min(end, upTo(index.ends, on));
  const told = known === 0 ? -1 : (index.seatsTold[known - 1] ?? -1);
  const seats = told >= first ? index.usage[told]?.seats : null;
  if (seats) return seats;
  let [core, any] = [0, 0];
  let anyCore = false;
  for (const line of seatLinesOf(lines)) {
    if (line.from > on || line.to < on) continue;
    any += line.seats;
    if (line.core) [anyCore, core] = [true, core + line.seats];
  }
  const licensed = anyCore ? core : any;
  return licensed > 0 ? licensed : null;
}
