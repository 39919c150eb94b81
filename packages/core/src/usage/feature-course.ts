import { type AdoptionPolicy, featureAccountsBy, houseAdoptionPolicy } from "../adoption/index.ts";
import { addDays, type Day } from "../kernel/index.ts";
import type { Feature } from "./feature-catalogue.ts";
import type { StandingCase } from "./feature-standing.ts";
import { usingBy } from "./feature-weeks.ts";

/** How many of those entitled used a feature in the week that ends on a day, and had adopted it by then. */
export interface CourseOfUse {
  readonly end: Day;
  readonly using: number;
  /** Null before it is generally available, or where nobody agreed what active use is. */
  readonly adopted: number | null;
}

/** How a feature was taken up, week by week. `using` counts the week alone, `adopted` everything up to its end. */
export function featureCourse(
  { feature, gaOn, activeUse }: Feature,
  { eligible, usage, cameOn }: Omit<StandingCase, "on">,
  ends: readonly Day[],
  policy: AdoptionPolicy = houseAdoptionPolicy,
): CourseOfUse[] {
  const ours = new Set(eligible);
  const own = usage.filter(
    (reading) =>
      reading.feature === feature &&
      reading.activity === "use" &&
      ours.has(reading.accountId) &&
      (reading.uses ?? reading.users ?? reading.activeDays ?? 0) > 0,
  );
  const asAgreed = activeUse && {
    ...policy,
    featureUsesAWeek: activeUse.usesAWeek,
    featureWeeks: activeUse.weeks,
  };
  return ends.map((end) => ({
    end,
    using: usingBy(own, addDays(end, -7), end).size,
    adopted:
      gaOn === null || gaOn > end || !asAgreed
        ? null
        : featureAccountsBy({ feature, gaOn, eligible, usage: own, ...(cameOn && { cameOn }) }, end, asAgreed)
            .adopted.length,
  }));
}
