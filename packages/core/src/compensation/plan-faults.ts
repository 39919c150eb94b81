import { type Day, Failure, lastDay, plus, type Rational, rationalOf, zero } from "../kernel/index.ts";
import {
  type ClawbackRule,
  type CommissionComponent,
  type CompPlan,
  clauseOf,
  type ObjectivesComponent,
  type PlanAssignment,
  type PlanComponent,
  type Span,
} from "./plan.ts";
import { bandFaults, curveFaults, type PlanFault } from "./rate-faults.ts";
import { periodHolding } from "./spans.ts";
import { ofPercent, percentWords } from "./written.ts";

const isWhole = ({ n, d }: Rational): boolean => n === d;
const sum = (shares: readonly string[]): Rational =>
  shares.reduce((total, share) => plus(total, ofPercent(share)), zero);
const longDays = ({ count, unit }: Span): number => (unit === "days" ? count : count * 31);
const sooner = (a: Span, b: Span): boolean =>
  a.unit === b.unit ? a.count < b.count : longDays(a) < longDays(b);
const over100 = (share: string): boolean => Number(share) > 100;

/** What is wrong with a whole plan, each with its clause; nothing that is `refused` may be in force. */
export function planFaults(plan: CompPlan, contractMonths: number | null = null): PlanFault[] {
  const refused = (clause: string, message: string): PlanFault => ({ clause, weight: "refused", message });
  const faults: PlanFault[] = [];
  const ids = plan.components.map(({ id }) => id);
  for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
    faults.push(refused(clauseOf(plan, id), `Two components are called ${id}.`));
  const weights = plan.components.flatMap(({ weight }) => weight ?? []);
  if (weights.length > 0 && !isWhole(sum(weights)))
    faults.push(refused("Weights", `Add up to ${percentWords(sum(weights))} and not to 100 %.`));
  if (plan.to !== null && plan.to < plan.from)
    faults.push(refused("Term of the plan", `Ends on ${plan.to}, before it begins on ${plan.from}.`));
  return [...faults, ...plan.components.flatMap((part) => componentFaults(plan, part, contractMonths))];
}

function componentFaults(plan: CompPlan, part: PlanComponent, contractMonths: number | null): PlanFault[] {
  const at = (what: string): string => clauseOf(plan, part.id, what);
  if (part.kind === "commission") return commissionFaults(part, at, contractMonths);
  if (part.kind === "retention_bonus")
    return over100(part.share)
      ? [{ clause: at("share"), weight: "refused", message: `More than every account: ${part.share} %.` }]
      : [];
  const faults = [
    ...(part.payout === null ? [] : curveFaults(part.payout, at("rate table"))),
    ...targetFaults(part, at),
  ];
  if (part.kind === "objectives") return [...faults, ...objectiveFaults(part, at("objectives"))];
  return part.kind === "expansion_quota" ? [...faults, ...creditFaults(part.credit, at)] : faults;
}

function targetFaults(
  { target, weight }: PlanComponent & { target: string | null },
  at: (what: string) => string,
) {
  if (target !== null || weight !== null) return [];
  const message = "Has no target: give it an amount for each period, or a weight of the pay at target.";
  return [{ clause: at("target"), weight: "refused", message } as const];
}

function objectiveFaults({ objectives }: ObjectivesComponent, clause: string): PlanFault[] {
  const ids = objectives.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  const weights = sum(objectives.map(({ weight }) => weight));
  const refused = (message: string): PlanFault => ({ clause, weight: "refused", message });
  return [
    ...(twice === undefined ? [] : [refused(`Two objectives are called ${twice}.`)]),
    ...(isWhole(weights)
      ? []
      : [refused(`Their weights add up to ${percentWords(weights)} and not to 100 %.`)]),
  ];
}

function commissionFaults(
  part: CommissionComponent,
  at: (what: string) => string,
  contractMonths: number | null,
): PlanFault[] {
  const faults = [...bandFaults(part.rates, at("rate table")), ...creditFaults(part.credit, at)];
  const shares = sum([part.atClose, part.onRetention]);
  if (!isWhole(shares))
    faults.push({
      clause: at("shares"),
      weight: "refused",
      message: `${part.atClose} % at the close and ${part.onRetention} % on retention add up to ${percentWords(shares)} and not to 100 %.`,
    });
  if (part.rates.of === "base_rate") faults.push(...targetFaults(part, at));
  if (part.holdback !== null && over100(part.holdback.percent))
    faults.push({
      clause: at("holdback"),
      weight: "refused",
      message: `Holds back more than is paid: ${part.holdback.percent} %.`,
    });
  if (part.retention !== null) faults.push(...curveFaults(part.retention.payout, at("payout by NRR")));
  else if (rationalOf(part.onRetention).n > 0n)
    faults.push({
      clause: at("payout by NRR"),
      weight: "refused",
      message: `${part.onRetention} % wait for the NRR of the cohort, and nothing says how they are paid.`,
    });
  return part.clawback === null
    ? faults
    : [...faults, ...clawbackFaults(part.clawback, at("clawback"), contractMonths)];
}

function creditFaults(
  { handover, source, to, counts }: CommissionComponent["credit"],
  at: (what: string) => string,
): PlanFault[] {
  const refused = (what: string, message: string): PlanFault => ({
    clause: at(what),
    weight: "refused",
    message,
  });
  const faults: PlanFault[] = [];
  if (handover !== null && over100(handover.previous))
    faults.push(
      refused("handover window", `A split over 100 %: ${handover.previous} % to who had it before.`),
    );
  if (new Set(counts).size !== counts.length)
    faults.push(refused("credit rule", "Counts one kind of deal twice."));
  if (source === "credited_team" && to === "closer")
    faults.push({
      clause: at("credit rule"),
      weight: "warning",
      message: "Asks for what the team began and credits who closes it, who may be of another team.",
    });
  return faults;
}

function clawbackFaults(
  { window, method }: ClawbackRule,
  clause: string,
  contractMonths: number | null,
): PlanFault[] {
  const faults: PlanFault[] = [];
  const refused = (where: string, message: string) =>
    faults.push({ clause: `${clause}, ${where}`, weight: "refused", message });
  if (method.kind === "share" && over100(method.percent))
    refused("method", `Takes back more than was paid: ${method.percent} %.`);
  if (method.kind === "pro_rata" && method.per === "months" && window.unit === "days")
    refused("method", `Goes by months, and the window is ${spanWords(window)}: tell both in months.`);
  if (method.kind === "tiers") {
    method.tiers.forEach(({ before, percent }, index) => {
      const last = method.tiers[index - 1];
      if (over100(percent)) refused(`tier ${index + 1}`, `Takes back more than was paid: ${percent} %.`);
      if (last && !sooner(last.before, before))
        refused(`tier ${index + 1}`, `Steps back: it ends no later than the tier before it.`);
    });
    const end = method.tiers.at(-1)?.before;
    if (end && longDays(end) !== longDays(window))
      refused("tiers", `End after ${spanWords(end)}, the window after ${spanWords(window)}: close the gap.`);
  }
  if (contractMonths !== null && longDays(window) > contractMonths * 31)
    faults.push({
      clause: `${clause}, window`,
      weight: "warning",
      message: `The window of ${spanWords(window)} is longer than a contract's term of ${contractMonths} months.`,
    });
  return faults;
}

/** Days or months in words: `12 months`, `1 day`. */
export function spanWords({ count, unit }: Span): string {
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}

/** Throws `bad_input` for a plan with a fault that is refused; the message names every clause. */
export function refuseFaults(plan: CompPlan): void {
  const faults = planFaults(plan).filter(({ weight }) => weight === "refused");
  if (faults.length === 0) return;
  const told = faults.map(({ clause, message }) => `${clause}: ${message}`).join(" ");
  throw new Failure("bad_input", `${plan.name}, version ${plan.version}, cannot be used. ${told}`, {
    faults,
  });
}

/** The plans of people that overlap: nobody is paid by two of them on one day, nor in one period of a statement. */
export function overlapFaults(assignments: readonly PlanAssignment[]): PlanFault[] {
  const lastPaid = ({ to, plan }: PlanAssignment): Day =>
    to === null ? lastDay : periodHolding(plan, to).to;
  const sorted = [...assignments].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return sorted.flatMap((one, index) =>
    sorted
      .slice(index + 1)
      .filter((other) => other.person === one.person && other.from <= lastPaid(one))
      .map(
        (other): PlanFault => ({
          clause: `Plans of ${one.person}`,
          weight: "refused",
          message: `${other.plan.name} begins on ${other.from}, while ${one.plan.name} holds ${one.to === null ? "until further notice" : `until ${one.to} and is paid until ${lastPaid(one)}`}.`,
        }),
      ),
  );
}
