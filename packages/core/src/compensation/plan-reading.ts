import type {
  BookNrrComponent,
  ClawbackRule,
  CommissionComponent,
  CompPlan,
  CreditRule,
  ObjectivesComponent,
  PlanComponent,
  QuotaComponent,
} from "./plan.ts";
import { spanWords } from "./plan-faults.ts";
import type { PayoutCurve, RateBands } from "./rate-table.ts";
import { amountWords } from "./written.ts";

const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;

/** A payout curve in sentences. */
export function curveReading(curve: PayoutCurve): string {
  const { points, between, beyond, below, floor, cap } = curve;
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  const inside = between === "linear" ? "Between them it is linear." : "Between them the lower one holds.";
  const goesOn =
    between === "steps" || beyond === "level" || points.length < 2
      ? `From ${last.at} % on it stays at ${last.pays} %.`
      : `Beyond ${last.at} % it goes on as between the last two.`;
  return [
    below === "nothing"
      ? `Below ${first.at} % it pays nothing.`
      : `Below ${first.at} % it pays ${first.pays} %.`,
    `${listed(points.map(({ at, pays }) => `${at} % pays ${pays} %`))} of the target.`,
    ...(points.length > 1 ? [inside] : []),
    goesOn,
    ...(floor === null ? [] : [`It never pays less than ${floor} %.`]),
    cap === null ? "It has no cap." : `It never pays more than ${cap} %.`,
  ].join(" ");
}

/** Bands of rates in sentences. */
export function bandsReading({ bands, scale, of }: RateBands): string {
  const [only] = bands;
  const base = of === "base_rate" ? "The base rate is the target over the quota. " : "";
  if (bands.length === 1 && only?.to === null)
    return `${base}${only.rate} % of ${base === "" ? "" : "the base rate on "}every credited amount.`;
  const unit = scale === "quota" ? " % of the quota" : " in all";
  const each = bands.map(({ from, to, rate }) =>
    to === null ? `${rate} % from ${from}${unit} on` : `${rate} % from ${from} to ${to}${unit}`,
  );
  const end = bands.at(-1)?.to ?? null;
  return [
    `${base}${listed(each)}${base === "" ? "" : ", all of the base rate"}.`,
    "A rate holds for what falls into its band.",
    ...bands
      .filter(({ retroactive }) => retroactive)
      .map(
        ({ from, rate }) =>
          `Once ${from}${unit} is reached, ${rate} % holds for everything credited before it too.`,
      ),
    ...(end === null ? [] : [`Nothing is paid beyond ${end}${unit}.`]),
  ].join(" ");
}

const kinds = {
  new: "new customers",
  expansion: "expansion",
  renewal: "renewals",
  winback: "win-backs",
} as const;
const days = {
  signed: "signed",
  effective: "in force",
  invoiced: "invoiced",
  paid: "paid by the customer",
} as const;
const people = { closer: "closes it", owner: "owns the account", source: "began it" } as const;
const gates = {
  handoff_accepted: "the handoff has to be accepted",
  training_done: "the training has to be done",
  contract_filed: "the contract has to be filed",
} as const;

/** A credit rule in sentences. */
export function creditReading(rule: CreditRule): string {
  const { counts, creditOn, source, to, handover, gates: asked, leastTermMonths } = rule;
  return [
    `Credited are ${listed(counts.map((kind) => kinds[kind]))}, on the day they are ${days[creditOn]}, as the deal's split says, else to who ${people[to]}.`,
    ...(source === "credited_team" ? ["Expansion counts only where this team began it."] : []),
    ...(leastTermMonths === null ? [] : [`Only deals of ${leastTermMonths} months or more count.`]),
    ...(handover === null
      ? []
      : [
          `For ${handover.days} days after an account is taken over, ${handover.previous} % go to who had it before.`,
        ]),
    ...asked.map(({ gate, withinDays }) =>
      withinDays === null
        ? `Before it counts, ${gates[gate]}.`
        : `Within ${withinDays} days ${gates[gate]}, or the credit is lost.`,
    ),
  ].join(" ");
}

const releases = {
  effective: "the deal is in force",
  invoiced: "the deal is invoiced",
  paid: "the customer has paid",
  handoff_accepted: "the handoff is accepted",
  training_done: "the training is done",
  contract_filed: "the contract is filed",
} as const;

const triggers = {
  churn: "the customer is lost",
  contraction: "ARR is lost",
  non_payment: "the customer does not pay",
} as const;
const exceptions = {
  closure: "the customer closed down",
  our_breach: "we broke the contract",
  notice: "its notice was on record before the credit",
} as const;

function methodReading({ method }: ClawbackRule): string {
  if (method.kind === "full") return "all of it";
  if (method.kind === "share") return `${method.percent} % of it`;
  if (method.kind === "pro_rata") return `the part for the ${method.per} not held`;
  return listed(method.tiers.map(({ before, percent }) => `${percent} % before ${spanWords(before)}`));
}

/** A clawback rule in sentences. */
export function clawbackReading(rule: ClawbackRule): string {
  const { window, from, basis, recovery } = rule;
  const began = from === "credited" ? "the credit date" : "the day it takes effect";
  const what = basis === "close" ? "what was paid at the close" : "everything paid for the deal";
  return [
    `When ${listed(rule.triggers.map((one) => triggers[one]))} within ${spanWords(window)} of ${began}, of ${what} is taken back: ${methodReading(rule)}.`,
    recovery.most === null
      ? "It is taken from the next statement."
      : `A statement gives at most ${recovery.most} % of what it earns; the rest is ${recovery.carryForward ? "carried forward" : "waived"}.`,
    ...(rule.exceptions.length === 0
      ? []
      : [`Nothing is taken where ${listed(rule.exceptions.map((one) => exceptions[one]))}.`]),
  ].join(" ");
}

function targetReading(
  { target, weight }: BookNrrComponent | CommissionComponent | ObjectivesComponent | QuotaComponent,
  { currency, period }: CompPlan,
) {
  return target === null
    ? `Its target is ${weight ?? 0} % of the pay at target, in equal parts a ${period}.`
    : `Its target is ${amountWords(target, currency)} a ${period}.`;
}

const measures = { nrr: "NRR", grr: "GRR", "logo-retention": "logo retention" } as const;

/** One component of a plan in plain language, made from what it says and from nothing else. */
export function componentReading(plan: CompPlan, component: PlanComponent): string {
  if (component.kind === "retention_bonus") {
    const { amount, share, floor, quartersBack } = component;
    return `${amountWords(amount, plan.currency)} are paid for a quarter when at least ${share} % of the accounts closed ${quartersBack} quarters before were renewed at ${floor} % of their first ARR or more.`;
  }
  if (component.kind === "book_nrr") {
    const { snapshot, minimumHoldDays, graceDays } = component.eligibility;
    return [
      `Pays by the ${measures[component.measure]} of the book in each ${plan.period}.`,
      targetReading(component, plan),
      curveReading(component.payout),
      `Counted are accounts held at the ${snapshot} of the ${plan.period}${minimumHoldDays > 0 ? `, for at least ${minimumHoldDays} days of it` : ""}${graceDays > 0 ? `, and taken over no less than ${graceDays} days before it` : ""}.`,
    ].join(" ");
  }
  if (component.kind === "expansion_quota")
    return [
      component.quotaPer === "year"
        ? "Pays by how much of the quota is attained, which grows evenly over the year."
        : "Pays by how much of each quarter's quota is attained.",
      targetReading(component, plan),
      curveReading(component.payout),
      creditReading(component.credit),
    ].join(" ");
  if (component.kind === "objectives")
    return [
      "Pays for objectives that were agreed, by what was found to be achieved of each.",
      targetReading(component, plan),
      `${listed(component.objectives.map(({ name, weight }) => `${name} counts ${weight} %`))}.`,
      component.payout === null ? "It never pays more than the target." : curveReading(component.payout),
    ].join(" ");
  const { atClose, onRetention, retention, holdback, clawback } = component;
  return [
    bandsReading(component.rates),
    ...(component.rates.of === "base_rate" ? [targetReading(component, plan)] : []),
    creditReading(component.credit),
    ...(retention === null
      ? []
      : [
          `${atClose} % are paid at the close, ${onRetention} % by the NRR of the quarter's deals ${retention.months} months later. ${curveReading(retention.payout)}`,
        ]),
    ...(holdback === null
      ? []
      : [
          `Of what is paid at the close ${holdback.percent} % are held back until ${releases[holdback.until]}${holdback.withinDays === null ? "" : `, within ${holdback.withinDays} days`}.`,
        ]),
    clawback === null ? "Nothing is taken back." : clawbackReading(clawback),
  ].join(" ");
}

/** A whole plan in plain language, by clause. */
export function planReading(plan: CompPlan): { readonly clause: string; readonly text: string }[] {
  return plan.components.map((component, index) => ({
    clause: `${index + 1} ${component.name}`,
    text: componentReading(plan, component),
  }));
}
