import { type PlanAssignment, payAt, type StatementDraft } from "@termwise/core/compensation";
import { decimalText, type Period, rational, times } from "@termwise/core/kernel";

/** Where somebody stands on the chart of what their plan pays. */
export interface PayStanding {
  /** Of the quota, in per cent. */
  readonly attainment: string;
  /** What the plan pays there, in whole minor units. */
  readonly pays: bigint;
}

/** What counts for a component in a draft by the end of its period, in whole minor units. */
export function creditedBy(
  draft: StatementDraft,
  assignment: PlanAssignment,
  component: string,
  to: Period["to"],
) {
  return draft.credits
    .filter((one) => one.component === component && one.credit.state === "confirmed")
    .filter(
      ({ credit }) => credit.countsOn !== null && credit.countsOn >= assignment.from && credit.countsOn <= to,
    )
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
  const component = assignment.plan.components.find(({ id }) => BigInt(assignment.quotas[id] ?? 0) > 0n);
  if (!component) return null;
  const quota = BigInt(assignment.quotas[component.id] ?? 0);
  const credited = creditedBy(draft, assignment, component.id, period.to);
  const attainment = decimalText(times(rational(credited, quota), rational(100n)), 2);
  return { attainment, pays: payAt(assignment, period, { attainment, nrr: "100" }) };
}
