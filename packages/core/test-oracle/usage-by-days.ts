// How much a product was used around a day, the slow way: every reading looked at, days counted in the calendar.
import type { ContractLine, UsageFact } from "../src/facts/index.ts";
import { addDays, type Day } from "../src/kernel/index.ts";
import type { CustomerRecord } from "../src/people/index.ts";

/** How far back anything looks at readings: the longest cadence and the longest reading there can be. */
const horizon = 366 + 92;

const isUse = ({ activity, users, uses, activeDays }: UsageFact): boolean =>
  activity === "use" && ((users ?? 0) > 0 || (uses ?? 0) > 0 || (activeDays ?? 0) > 0);

/** The readings that can matter on a day, found by bisection: usage is in the order of its days. */
export function readingsUpTo(usage: readonly UsageFact[], on: Day): readonly UsageFact[] {
  const from = daysBefore(on, horizon);
  return usage.slice(firstAfter(usage, from), firstAfter(usage, on));
}

function firstAfter(usage: readonly UsageFact[], on: Day): number {
  let [low, high] = [0, usage.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (usage[middle]!.effectiveOn <= on) low = middle + 1;
    else high = middle;
  }
  return low;
}

const daysBefore = (on: Day, days: number): Day => addDays(on, -days);

/** Whether a reading speaks for a day: it ended within so many days of it, or within its own length where that is more. */
export function isCurrent({ effectiveOn, days }: UsageFact, on: Day, window: number): boolean {
  return effectiveOn <= on && effectiveOn > daysBefore(on, Math.max(window, days));
}

const named = (feature: string | null, asked: string | null): boolean =>
  asked === null || feature?.toLowerCase() === asked.toLowerCase();

/** The use of a feature (null: of anything) that speaks for a day. */
export function useOf(
  readings: readonly UsageFact[],
  feature: string | null,
  on: Day,
  window: number,
): UsageFact[] {
  return readings.filter(
    (reading) => isUse(reading) && named(reading.feature, feature) && isCurrent(reading, on, window),
  );
}

/** The last use of a feature (null: of anything) up to a day. */
export function lastUse(readings: readonly UsageFact[], feature: string | null): UsageFact | null {
  return readings.findLast((reading) => isUse(reading) && named(reading.feature, feature)) ?? null;
}

/**
 * On how many days a feature was used, as its current readings tell. Where a source does not say on how many days,
 * each use counts as a day, at most one for each day the reading covers.
 */
export function activeDaysOf(use: readonly UsageFact[]): number {
  return use.reduce((sum, { activeDays, uses, days }) => sum + (activeDays ?? Math.min(days, uses ?? 1)), 0);
}

/** How many seats were active: the most users that a reading of the product, or of any feature, knows of. */
export function activeSeats(readings: readonly UsageFact[], on: Day, window: number): number | null {
  const current = useOf(readings, null, on, window);
  const whole = current.filter(({ feature, users }) => feature === null && users !== null);
  const counted = (whole.length > 0 ? whole : current).flatMap(({ users }) => users ?? []);
  return counted.length === 0 ? null : Math.max(...counted);
}

/** The seats a customer has licensed: as the newest reading says, else as its contract lines in force do; null: unknown. */
export function licensedSeats(
  { lines }: CustomerRecord,
  readings: readonly UsageFact[],
  on: Day,
): number | null {
  const told = readings.findLast(({ seats, effectiveOn }) => seats !== null && effectiveOn <= on);
  if (told?.seats) return told.seats;
  const units = lines.filter((line) => inForce(line, on) && line.price.of === "unit");
  const core = units.filter(({ productKind }) => productKind === "core");
  const counted = core.length > 0 ? core : units;
  const seats = counted.reduce((sum, { quantity }) => sum + Math.trunc(Number(quantity)), 0);
  return seats > 0 ? seats : null;
}

function inForce({ lineKind, startsOn, endsOn }: ContractLine, on: Day): boolean {
  return lineKind === "recurring" && startsOn <= on && (endsOn === null || endsOn >= on);
}
