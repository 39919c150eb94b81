import type { HealthPolicy } from "@termwise/core/health";
import type { Day } from "@termwise/core/kernel";

/** The boundaries of bands that were in force over some weeks, from the first of them on. */
export interface BoundariesHeld {
  /** The end of the first week that was judged by them. */
  readonly from: Day;
  readonly atRiskBelow: number;
  readonly reviewBelow: number;
  readonly expansionAbove: number;
}

const sameAs = (a: BoundariesHeld, b: BoundariesHeld): boolean =>
  a.atRiskBelow === b.atRiskBelow && a.reviewBelow === b.reviewBelow && a.expansionAbove === b.expansionAbove;

/** The boundaries of some weeks in their order, told once for as long as the same ones were in force. */
export function boundariesOver(
  weeks: readonly Day[],
  policyOf: (week: Day) => HealthPolicy,
): BoundariesHeld[] {
  const held: BoundariesHeld[] = [];
  for (const week of weeks) {
    const { atRiskBelow, healthReviewBelow: reviewBelow, expansionAbove } = policyOf(week);
    const own = { from: week, atRiskBelow, reviewBelow, expansionAbove };
    const last = held.at(-1);
    if (!last || !sameAs(last, own)) held.push(own);
  }
  return held;
}

/**
 * The boundaries of some weeks as they were for every account, and beside them those of each segment for which other ones
 * were in force in any of these weeks.
 */
export function boundariesBySegment(
  weeks: readonly Day[],
  segments: Iterable<string | null>,
  policyFor: (segment: string | null, week: Day) => HealthPolicy,
): { readonly segment: string | null; readonly held: readonly BoundariesHeld[] }[] {
  const heldFor = (segment: string | null) => boundariesOver(weeks, (week) => policyFor(segment, week));
  const common = heldFor(null);
  const own = [...new Set(segments)].sort().flatMap((segment) => {
    const held = segment === null ? common : heldFor(segment);
    const differs = held.length !== common.length || held.some((one, at) => !sameAs(one, common[at] ?? one));
    return differs ? [{ segment, held }] : [];
  });
  return [{ segment: null, held: common }, ...own];
}
