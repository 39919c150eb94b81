import type { UsageFact } from "../facts/index.ts";
import { epochDay } from "../kernel/index.ts";
import type { AdoptionPolicy } from "./policy.ts";

/** The days an account came to a feature, as numbers since 1970; null: it did not. */
export interface Uptake {
  /** Its first use. */
  readonly firstOn: number | null;
  /** The day by which it had used the feature as often and as many weeks running as is agreed. */
  readonly adoptedOn: number | null;
}

/** Whether a reading tells of work with a feature: a login is none. */
export const isWork = ({ activity, uses, users, activeDays }: UsageFact): boolean =>
  activity === "use" && (uses ?? users ?? activeDays ?? 0) > 0;

/**
 * When an account took up a feature, by its work with it from a day on. Weeks are counted from general availability. Use
 * that comes later takes nothing back, so that the two days answer for any window and any day on which it is asked.
 */
export function uptakeOf(
  work: readonly UsageFact[],
  { gaOn, from }: { readonly gaOn: number; readonly from: number },
  { featureUsesAWeek, featureWeeks }: AdoptionPolicy,
): Uptake {
  let firstOn: number | null = null;
  const usesIn = new Map<number, number>();
  const enough = (week: number) => (usesIn.get(week) ?? 0) >= featureUsesAWeek;
  const inOrder = work.toSorted((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
  );
  for (const { effectiveOn, days, uses } of inOrder) {
    const on = epochDay(effectiveOn);
    if (on < from) continue;
    firstOn ??= on;
    // A reading of more than a week does not say in which week the work was done.
    if (days > 7) continue;
    const week = Math.floor((on - gaOn) / 7);
    usesIn.set(week, (usesIn.get(week) ?? 0) + (uses ?? 1));
    if (runAround(week, enough) >= featureWeeks) return { firstOn, adoptedOn: on };
  }
  return { firstOn, adoptedOn: null };
}

/** How many weeks running, one of them this, were enough. */
function runAround(week: number, enough: (week: number) => boolean): number {
  if (!enough(week)) return 0;
  let [first, last] = [week, week];
  while (enough(first - 1)) first--;
  while (enough(last + 1)) last++;
  return last - first + 1;
}
