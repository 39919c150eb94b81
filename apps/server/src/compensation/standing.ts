import {
  type PlanAssignment,
  type PlanComponent,
  payAt,
  quotaSpan,
  type StatementDraft,
} from "@termwise/core/compensation";
import { later, type Period, perCentText, rational } from "@termwise/core/kernel";

/** Where somebody stands on the chart of what their plan pays. */
export interface PayStanding {
  /** Of the quota, in per cent. */
  readonly attainment: string;
  /** What the plan pays there, in whole minor units. */
  readonly pays: bigint;
}

/** What counts towards the quota of a component in a draft, from the beginning of the quota's span on, in whole minor units. */
export function creditedBy(
  draft: StatementDraft,
  assignment: PlanAssignment,
  component: PlanComponent & { readonly quotaPer: "quarter" | "year" },
  period: Period,
): bigint {
  const span = quotaSpan(assignment.plan, component.quotaPer, period);
  const from = later(assignment.from, span.from);
  return draft.credits
    .filter((one) => one.component === component.id && one.credit.state === "confirmed")
    .filter(({ credit: { countsOn } }) => countsOn !== null && countsOn >= from && countsOn <= period.to)
    .reduce((sum, { credit }) => sum + credit.amount, 0n);
}

/**
 * Where a draft stands by the first component with a quota, at an NRR of 100 %: null where no quota is set. `attainment` has
 * two places, for a chart.
 */
export function standingOf(
  draft: StatementDraft,
  assignment: PlanAssignment,
  period: Period,
): PayStanding | null {
  const component = assignment.plan.components.find(
    (one) => "quotaPer" in one && BigInt(assignment.quotas[one.id] ?? 0) > 0n,
  );
  if (!component || !("quotaPer" in component)) return null;
  const quota = BigInt(assignment.quotas[component.id] ?? 0);
  const credited = creditedBy(draft, assignment, component, period);
  const attainment = perCentText(rational(credited, quota), 2);
  return { attainment, pays: payAt(assignment, period, { attainment, nrr: "100" }) };
}
