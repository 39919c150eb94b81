import type { UsageFact } from "../facts/index.ts";
import { type Day, epochDay } from "../kernel/index.ts";
import { median } from "../lifecycle/index.ts";

/** How many accounts used a feature in the week that ends on a day. */
export interface WeekOfUse {
  readonly end: Day;
  readonly accounts: number;
}

/** How many weeks the use of a feature is told of; the last one ends on the day. */
export const weeksShown = 13;
/** Who has not used a feature in these weeks has lapsed from it. */
const weeksUntilLapsed = 4;

/** Among the bits of the weeks shown, those of the last four. */
export const latelyBits = ((1 << weeksUntilLapsed) - 1) << (weeksShown - weeksUntilLapsed);

/** In which weeks, told by their last days, an account used a feature: a bit each. A reading speaks for all its days. */
export function weeksIn(work: readonly UsageFact[], ends: readonly number[]): number {
  let bits = 0;
  for (const { effectiveOn, days } of work) {
    const last = epochDay(effectiveOn);
    for (const [at, end] of ends.entries()) if (last > end - 7 && last - days < end) bits |= 1 << at;
  }
  return bits;
}

/** The median of uses in a week with use; null: none is known. Of readings of a week or less: longer ones do not say when. */
export function depthOf(work: readonly UsageFact[]): number | null {
  const weeks = new Map<number, number>();
  for (const { effectiveOn, days, uses } of work) {
    if (days > 7 || uses === null) continue;
    const week = Math.floor(epochDay(effectiveOn) / 7);
    weeks.set(week, (weeks.get(week) ?? 0) + uses);
  }
  return median([...weeks.values()]);
}
