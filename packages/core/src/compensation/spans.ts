import {
  addMonths,
  allocate,
  type Day,
  daysBetween,
  earlier,
  Failure,
  lastDay,
  later,
  monthOf,
  type Period,
  parsePeriod,
  quarterOf,
  rational,
  round,
} from "../kernel/index.ts";
import type {
  BookNrrComponent,
  CommissionComponent,
  CompPlan,
  ObjectivesComponent,
  PlanAssignment,
  QuotaComponent,
} from "./plan.ts";
import { weightOf } from "./written.ts";

const perYear = { month: 12, quarter: 4, year: 1 } as const satisfies Record<CompPlan["period"], number>;

/** Reads the period of a statement; throws `bad_input` unless it is one of the plan's (a month, a fiscal quarter or year). */
export function statementPeriod(plan: CompPlan, text: string): Period {
  const period = parsePeriod(text, plan);
  if (periodHolding(plan, period.from).text !== text)
    throw new Failure("bad_input", `${plan.name} is paid by the ${plan.period}: ${text} is none.`);
  return period;
}

/** The period of a plan's statements that holds a day. */
export function periodHolding(plan: CompPlan, on: Period["from"]): Period {
  const month = monthOf(on);
  if (plan.period === "month") return parsePeriod(month, plan);
  const quarter = quarterOf(month, plan);
  return parsePeriod(plan.period === "quarter" ? quarter : `FY${quarter.slice(0, 4)}`, plan);
}

/** The fiscal quarter or year that holds a period: what a quota is for, and attainment counts from. */
export function quotaSpan(plan: CompPlan, per: "quarter" | "year", period: Period): Period {
  const quarter = quarterOf(monthOf(period.from), plan);
  if (per === "quarter" && plan.period !== "year") return parsePeriod(quarter, plan);
  return parsePeriod(`FY${quarter.slice(0, 4)}`, plan);
}

/** The periods of a span that an assignment holds in, in order. */
export function periodsIn(span: Period, { plan, from, to }: PlanAssignment): Period[] {
  const periods: Period[] = [];
  for (let on = span.from; on <= span.to; ) {
    const period = periodHolding(plan, on);
    if (period.to >= from && period.from <= (to ?? lastDay)) periods.push(period);
    on = addMonths(period.from, 12 / perYear[plan.period]);
  }
  return periods;
}

/** The days of a quota that an assignment holds for, up to a day. */
export function countedDays(span: Period, { from, to }: PlanAssignment, until: Day) {
  return { from: later(span.from, from), to: earlier(earlier(span.to, to ?? lastDay), until) };
}

/** A component that has a target. */
type Targeted = BookNrrComponent | CommissionComponent | ObjectivesComponent | QuotaComponent;

/**
 * The target of a component for one period: the amount it names, or its weight of the person's pay at target, the year
 * split over its periods by largest remainder so that the parts add up to it. Of a period in part the plan may count the
 * days it held. Null where neither is set.
 */
export function targetFor(component: Targeted, assignment: PlanAssignment, period: Period): bigint | null {
  const whole = wholeTarget(component, assignment, period);
  return whole === null ? null : ofDaysHeld(whole, assignment, period);
}

/** What a component pays at target for all the periods of a span that an assignment holds in. */
export function targetOf(component: Targeted, assignment: PlanAssignment, span: Period): bigint {
  return periodsIn(span, assignment).reduce(
    (sum, period) => sum + (targetFor(component, assignment, period) ?? 0n),
    0n,
  );
}

/** Of an amount for a whole period the part for the days that the plan held in it, where the plan counts them. */
export function ofDaysHeld(whole: bigint, { plan, from, to }: PlanAssignment, period: Period): bigint {
  const [begins, ends] = [later(from, period.from), earlier(to ?? lastDay, period.to)];
  const days = (first: Day, last: Day) => BigInt(daysBetween(first, last) + 1);
  if (plan.partPeriods === "whole" || begins > ends) return whole;
  return round(rational(whole * days(begins, ends), days(period.from, period.to)));
}

function wholeTarget(
  { id, target, weight }: Targeted,
  { plan, targetPay }: PlanAssignment,
  period: Period,
): bigint | null {
  if (target !== null) return BigInt(target);
  if (targetPay === null || weight === null) return null;
  const at = plan.components.findIndex((component) => component.id === id);
  const weights = plan.components.map((component) => weightOf(component.weight ?? "0"));
  const year = allocate(BigInt(targetPay), weights)[at] ?? 0n;
  const parts = perYear[plan.period];
  const { from } = quotaSpan(plan, "year", period);
  const begins = Array.from({ length: parts }, (_, n) => addMonths(from, (n * 12) / parts));
  return (
    allocate(
      year,
      begins.map(() => 1n),
    )[begins.indexOf(period.from)] ?? 0n
  );
}
