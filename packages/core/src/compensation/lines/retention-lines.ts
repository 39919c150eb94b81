import {
  allocate,
  type Day,
  groupBy,
  monthOf,
  type Period,
  quarterOf,
  round,
  times,
} from "../../kernel/index.ts";
import { netRetentionOf } from "../eligibility.ts";
import { paidLines } from "../paid.ts";
import type { CommissionComponent, PlanAssignment } from "../plan.ts";
import { payoutAt } from "../rate-table.ts";
import type { Statement, StatementInputs, StatementLine } from "../statement.ts";
import { amountWords, minorUnits, percentWords } from "../written.ts";
import { lineOf } from "./line.ts";

/** Commission of one deal that waits for the NRR of its cohort, and the plan that it was earned under. */
interface HeldBack {
  readonly assignment: PlanAssignment;
  readonly component: CommissionComponent;
  readonly cohort: string;
  readonly dealId: string;
  readonly account: string;
  readonly held: bigint;
}

function heldBack(statements: readonly Statement[], { from }: Period): HeldBack[] {
  const lines = paidLines(statements).filter(
    ({ line: { held, dealId, part }, to }) =>
      held !== null && dealId !== null && part === "close" && to < from,
  );
  return [
    ...groupBy(lines, ({ line }) => `${line.component}/${line.dealId}/${line.forPeriod}`).values(),
  ].flatMap((own) => {
    const [first] = own;
    const component = first?.assignment.plan.components.find(({ id }) => id === first.line.component);
    const { on, dealId, account } = first?.line ?? {};
    if (!first || component?.kind !== "commission" || !on || !dealId || !account) return [];
    const held = own.reduce((sum, { line }) => sum + BigInt(line.held ?? 0), 0n);
    const cohort = quarterOf(monthOf(on), first.assignment.plan);
    return held > 0n ? [{ assignment: first.assignment, component, cohort, dealId, account, held }] : [];
  });
}

/**
 * The lines that pay, or do not pay, what waited for the NRR of a cohort: the deals credited to the seller in one fiscal
 * quarter, paid together in the period in which the last of them was measured, by the curve of the plan they were earned
 * under. Only what belongs to periods before this one has waited. The amount is split over the deals by what waited, so that
 * each account has its line.
 */
export function retentionLines(
  inputs: StatementInputs,
  period: Period,
  before: readonly Statement[],
): StatementLine[] {
  const cohorts = groupBy(heldBack(before, period), (one) => `${one.component.id}/${one.cohort}`);
  return [...cohorts.values()].flatMap((cohort) => {
    const measured = cohort.flatMap(
      ({ dealId }) => inputs.matured.find((deal) => deal.dealId === dealId) ?? [],
    );
    const last = measured.reduce<Day | null>(
      (day, { measuredOn }) => (day === null || measuredOn > day ? measuredOn : day),
      null,
    );
    if (measured.length < cohort.length || last === null || last < period.from || last > period.to) return [];
    const nrr = netRetentionOf(measured);
    if (nrr === null) return [];
    const plans = groupBy(cohort, ({ assignment: { plan } }) => `${plan.id}@${plan.version}`);
    return [...plans.values()].flatMap((part) => linesOf(part, inputs, period, nrr, measured));
  });
}

function linesOf(
  part: readonly HeldBack[],
  inputs: StatementInputs,
  period: Period,
  nrr: NonNullable<ReturnType<typeof netRetentionOf>>,
  measured: StatementInputs["matured"],
): StatementLine[] {
  const [first] = part;
  const payout = first?.component.retention?.payout;
  if (!first || !payout) return [];
  const { assignment, component, cohort } = first;
  const share = payoutAt(payout, nrr);
  const waited = part.reduce((sum, { held }) => sum + held, 0n);
  const exact = times(minorUnits(waited), share);
  const amounts = allocate(
    round(exact),
    part.map(({ held }) => held),
  );
  const told = (minor: bigint | string) => amountWords(minor, assignment.plan.currency);
  return part.map(({ dealId, account, held }, index) => {
    const deal = measured.find((one) => one.dealId === dealId);
    return lineOf(
      { inputs, assignment, period },
      {
        kind: "retention",
        component: component.id,
        part: "retention",
        amount: amounts[index] ?? 0n,
        exact,
        arithmetic: `NRR of the cohort ${cohort} ${percentWords(nrr)} pays ${percentWords(share)}: ${told(waited)} × ${percentWords(share)} = ${told(round(exact))}, of which ${told(amounts[index] ?? 0n)} for the ${told(held)} of this deal`,
        term: "nrr",
        clause: "payout by NRR",
        line: { account, dealId, on: deal?.measuredOn ?? null },
        trace: {
          creditRule: `${told(deal?.opening ?? 0n)} at the credit date, ${told(deal?.closing ?? 0n)} on ${deal?.measuredOn}`,
          attainmentAfter: percentWords(nrr),
          rounding:
            "The cohort to the minor unit, halves away from zero; then over its deals by largest remainder",
        },
      },
    );
  });
}
