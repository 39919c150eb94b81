import type { CompPlan, PlanComponent } from "@termwise/core/compensation";

/** Choices of the designer: keys as a plan holds them, words as people read them. */
const options = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));

export const creditDayOptions = options({
  signed: "Signed",
  effective: "In force",
  invoiced: "Invoiced",
  paid: "Paid by the customer",
});
export const creditToOptions = options({
  closer: "Who closes it",
  owner: "Who owns the account",
  source: "Who began it",
});
export const sourceOptions = options({ any: "Whoever began it", credited_team: "Only what this team began" });
export const gateOptions = options({
  handoff_accepted: "Handoff accepted",
  training_done: "Training done",
  contract_filed: "Contract filed",
});
export const triggerOptions = options({
  churn: "Customer lost",
  contraction: "ARR lost",
  non_payment: "Not paid",
});
export const exceptionOptions = options({
  closure: "The customer closed down",
  our_breach: "We broke the contract",
  notice: "Notice was on record before",
});
export const betweenOptions = options({ linear: "Linear", steps: "The lower point holds" });
export const beyondOptions = options({ slope: "The slope goes on", level: "It stays level" });
export const belowOptions = options({ nothing: "Nothing", first: "What the first point pays" });
export const spanOptions = options({ months: "months", days: "days" });
export const quotaPerOptions = options({ quarter: "Quarter", year: "Year" });
export const measureOptions = options({ nrr: "NRR", grr: "GRR", "logo-retention": "Logo retention" });
export const snapshotOptions = options({ opening: "Opening", closing: "Closing" });
export const methodOptions = options({
  full: "All of it",
  share: "A share",
  pro_rata: "By the time not held",
  tiers: "Tiers by age",
});
export const scaleOptions = options({ quota: "Per cent of the quota", amount: "Amounts" });
export const ratesOfOptions = options({ credited: "Of what is credited", base_rate: "Of the base rate" });
export const releaseOptions = options({
  effective: "It is in force",
  invoiced: "It is invoiced",
  paid: "The customer paid",
  handoff_accepted: "The handoff is accepted",
  training_done: "The training is done",
  contract_filed: "The contract is filed",
});
export const partPeriodOptions = options({ whole: "The whole target", by_days: "The part for its days" });
export const teamOptions = options({ sales: "Sales", customer_success: "Customer Success" });
export const periodOptions = options({ month: "Month", quarter: "Quarter", year: "Year" });
export const componentOptions = options({
  commission: "Commission",
  expansion_quota: "Expansion quota",
  book_nrr: "Retention of the book",
  retention_bonus: "Retention bonus",
  objectives: "Objectives",
});

const curve = {
  points: [
    { at: "100", pays: "0" },
    { at: "110", pays: "100" },
  ],
  between: "linear",
  beyond: "slope",
  below: "nothing",
  floor: null,
  cap: null,
} as const satisfies object;
const credit = {
  counts: ["new"],
  creditOn: "signed",
  source: "any",
  to: "closer",
  handover: null,
  gates: [],
  leastTermMonths: null,
} as const satisfies object;

/** What a new component of a kind begins with. */
export function newComponent(kind: PlanComponent["kind"], plan: CompPlan): PlanComponent {
  const taken = new Set(plan.components.map(({ id }) => id));
  const slug = kind.replaceAll("_", "-");
  const id =
    [slug, ...Array.from({ length: 20 }, (_, n) => `${slug}-${n + 2}`)].find((one) => !taken.has(one)) ??
    slug;
  const named = {
    id,
    name: componentOptions.find(({ value }) => value === kind)?.label ?? id,
    weight: null,
  };
  const payout = newCurve();
  if (kind === "commission")
    return {
      kind,
      ...named,
      credit: { ...credit, counts: ["new"], gates: [] },
      rates: {
        scale: "quota",
        of: "credited",
        bands: [{ from: "0", to: null, rate: "10", retroactive: false }],
      },
      quotaPer: "year",
      atClose: "100",
      onRetention: "0",
      retention: null,
      target: null,
      holdback: null,
      clawback: null,
    };
  if (kind === "expansion_quota")
    return {
      kind,
      ...named,
      credit: { ...credit, counts: ["expansion"], source: "credited_team", to: "source", gates: [] },
      quotaPer: "year",
      target: "0",
      payout,
    };
  if (kind === "book_nrr")
    return {
      kind,
      ...named,
      measure: "nrr",
      eligibility: { snapshot: "opening", minimumHoldDays: 0, graceDays: 0 },
      target: "0",
      payout,
    };
  if (kind === "objectives")
    return {
      kind,
      ...named,
      target: "0",
      objectives: [{ id: "objective-1", name: "Objective 1", weight: "100" }],
      payout: null,
    };
  return { kind: "retention_bonus", ...named, amount: "0", share: "90", floor: "100", quartersBack: 4 };
}

/** What a payout curve begins with. */
export const newCurve = () => ({ ...curve, points: [...curve.points] });

/** What a new clawback rule begins with. */
export const newClawback = {
  triggers: ["churn"],
  window: { count: 12, unit: "months" },
  from: "credited",
  basis: "close",
  method: { kind: "pro_rata", per: "months" },
  recovery: { most: null, carryForward: true },
  exceptions: ["closure", "our_breach"],
} as const satisfies object;

/** What commission waits for the NRR of the cohort by, to begin with. */
export const newRetention = () => ({
  months: 12,
  payout: {
    ...curve,
    points: [
      { at: "0", pays: "0" },
      { at: "100", pays: "100" },
    ],
    beyond: "level" as const,
  },
});
