import { type AccountId, type Day, epochDay } from "../kernel/index.ts";
import type { Feature } from "./feature-catalogue.ts";
import type { FeatureUses } from "./feature-uses.ts";

/** How many of those entitled used a feature in the week that ends on a day, and had adopted it by then. */
export interface CourseOfUse {
  readonly end: Day;
  readonly using: number;
  /** Null before it is generally available, or where nobody agreed what active use is. */
  readonly adopted: number | null;
}

/** How a feature was taken up, week by week. `using` counts the week alone, `adopted` everything up to its end. */
export function featureCourse(
  { gaOn, activeUse }: Feature,
  eligible: readonly AccountId[],
  uses: FeatureUses,
): CourseOfUse[] {
  const ours = [...new Set(eligible)].map((id) => uses.rowOf(id));
  const bits = ours.map((row) => uses.read(row, "course") ?? 0);
  const adopted = ours.flatMap((row) => uses.read(row, "adoptedOn") ?? []);
  return uses.ends.map((end, at) => {
    const last = epochDay(end);
    const told = gaOn !== null && gaOn <= end && activeUse !== null;
    return {
      end,
      using: bits.filter((own) => own & (1 << at)).length,
      adopted: told ? adopted.filter((on) => on <= last).length : null,
    };
  });
}
