import { z } from "zod";
import { Currency, Day } from "../kernel/index.ts";
import { PayoutCurve, RateBands } from "./rate-table.ts";
import { Minor, Named, Percent, Slug } from "./written.ts";

/** What a deal can be, and what a plan may credit. */
export const dealKinds = ["new", "expansion", "renewal", "winback"] as const;
/** The day a deal is credited on. */
export const creditDays = ["signed", "effective", "invoiced", "paid"] as const;
/** What a credit may have to wait for. */
export const creditGates = ["handoff_accepted", "training_done", "contract_filed"] as const;
/** What a part of commission that is held back may wait for. */
export const releaseEvents = ["effective", "invoiced", "paid", ...creditGates] as const;
/** What may take commission back. */
export const clawbackTriggers = ["churn", "contraction", "non_payment"] as const;
/** Why a loss takes nothing back: the customer closed down, it was our breach, its notice was on record before the credit. */
export const clawbackExceptions = ["closure", "our_breach", "notice"] as const;
/** Where a plan stands. */
export const planStates = ["draft", "in_review", "approved", "active", "retired"] as const;

const whole = (least: number, most: number) => z.int().min(least).max(most);
const span = z.strictObject({ count: whole(1, 3660), unit: z.enum(["days", "months"]) });
/** A number of days or of months. */
export type Span = z.infer<typeof span>;

/**
 * How deals are credited. `to` says who gets a deal that declares no split. Within `handover.days` after an account was
 * taken over, whoever had it before gets `handover.previous` per cent. A gate that is not passed within its days of the
 * credit date (null: ever) excludes the credit; until then the credit is at risk and pays nothing. `leastTermMonths` leaves
 * out deals of a shorter term, and those whose term nobody told.
 */
export const CreditRule = z.strictObject({
  counts: z.array(z.enum(dealKinds)).min(1),
  creditOn: z.enum(creditDays).default("signed"),
  source: z.enum(["any", "credited_team"]).default("any"),
  to: z.enum(["closer", "owner", "source"]).default("closer"),
  handover: z
    .strictObject({ days: whole(1, 366), previous: Percent })
    .nullable()
    .default(null),
  gates: z
    .array(z.strictObject({ gate: z.enum(creditGates), withinDays: whole(0, 730).nullable() }))
    .default([]),
  leastTermMonths: whole(1, 120).nullable().default(null),
});
/** How deals are credited. */
export type CreditRule = z.infer<typeof CreditRule>;

/**
 * When and how commission is taken back. The window counts from the credit date (or the day the deal takes effect); a
 * loss on its last day plus one is outside: twelve months held is a whole year held. `basis` is the part paid at the
 * close, or everything paid for the deal. `recovery.most` is the most that clawbacks take of what a statement earns, in per
 * cent; what is left over is carried forward, or waived. `pro_rata` takes the part for the days not held, or for the months,
 * of which only whole ones were held.
 */
export const ClawbackRule = z.strictObject({
  triggers: z.array(z.enum(clawbackTriggers)).min(1),
  window: span,
  from: z.enum(["credited", "effective"]).default("credited"),
  basis: z.enum(["close", "all"]).default("close"),
  method: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("full") }),
    z.strictObject({ kind: z.literal("share"), percent: Percent }),
    z.strictObject({ kind: z.literal("pro_rata"), per: z.enum(["days", "months"]).default("days") }),
    z.strictObject({
      kind: z.literal("tiers"),
      tiers: z
        .array(z.strictObject({ before: span, percent: Percent }))
        .min(1)
        .max(20),
    }),
  ]),
  recovery: z
    .strictObject({ most: Percent.nullable(), carryForward: z.boolean() })
    .default({ most: null, carryForward: true }),
  exceptions: z.array(z.enum(clawbackExceptions)).default([]),
});
/** When and how commission is taken back. */
export type ClawbackRule = z.infer<typeof ClawbackRule>;

/**
 * Which accounts of a book count: held on the snapshot day of the period, for at least so many days of it, and taken over
 * no less than `graceDays` before its opening.
 */
export const Eligibility = z.strictObject({
  snapshot: z.enum(["opening", "closing"]).default("opening"),
  minimumHoldDays: whole(0, 366).default(0),
  graceDays: whole(0, 366).default(0),
});
/** Which accounts of a book count. */
export type Eligibility = z.infer<typeof Eligibility>;

const component = { id: Slug, name: Named, weight: Percent.nullable().default(null) };
const target = Minor.nullable().default(null);

/**
 * The part of what is paid at the close, in per cent, that is held back until something has happened to the deal. What has
 * not happened within its days of the credit date (null: ever) is not paid any more.
 */
export const Holdback = z.strictObject({
  percent: Percent,
  until: z.enum(releaseEvents),
  withinDays: whole(0, 1100).nullable().default(null),
});
/** The part of what is paid at the close that is held back. */
export type Holdback = z.infer<typeof Holdback>;

/**
 * Commission on credited deals: a share at the close, the rest by the NRR of the cohort some months later. Its target, or its
 * weight of the pay at target, is asked for only where rates are told in per cent of the base rate.
 */
export const CommissionComponent = z.strictObject({
  kind: z.literal("commission"),
  ...component,
  credit: CreditRule,
  target,
  rates: RateBands,
  quotaPer: z.enum(["quarter", "year"]).default("year"),
  atClose: Percent.default("100"),
  onRetention: Percent.default("0"),
  holdback: Holdback.nullable().default(null),
  retention: z
    .strictObject({ months: whole(1, 36).default(12), payout: PayoutCurve })
    .nullable()
    .default(null),
  clawback: ClawbackRule.nullable().default(null),
});
/** Commission on credited deals. */
export type CommissionComponent = z.infer<typeof CommissionComponent>;

/** Credited expansion (and renewals, where the credit rule counts them) against a quota, by a payout curve. */
export const QuotaComponent = z.strictObject({
  kind: z.literal("expansion_quota"),
  ...component,
  credit: CreditRule,
  quotaPer: z.enum(["quarter", "year"]).default("year"),
  target,
  payout: PayoutCurve,
});
/** Credited expansion against a quota. */
export type QuotaComponent = z.infer<typeof QuotaComponent>;

/** NRR of the book in the period, or GRR or logo retention where the plan says so, by a payout curve. */
export const BookNrrComponent = z.strictObject({
  kind: z.literal("book_nrr"),
  ...component,
  measure: z.enum(["nrr", "grr", "logo-retention"]).default("nrr"),
  eligibility: Eligibility.default({ snapshot: "opening", minimumHoldDays: 0, graceDays: 0 }),
  target,
  payout: PayoutCurve,
});
/** NRR of the book in the period. */
export type BookNrrComponent = z.infer<typeof BookNrrComponent>;

/** A fixed amount for a quarter whose accounts, closed some quarters before, were renewed at or above a share of their first ARR. */
export const BonusComponent = z.strictObject({
  kind: z.literal("retention_bonus"),
  ...component,
  amount: Minor,
  share: Percent.default("90"),
  floor: Percent.default("100"),
  quartersBack: whole(1, 12).default(4),
});
/** A retention bonus. */
export type BonusComponent = z.infer<typeof BonusComponent>;

/**
 * A share of a target for objectives that were agreed, each with its weight, by what was found to be achieved of each. Without
 * a curve it pays in proportion, and never more than the target.
 */
export const ObjectivesComponent = z.strictObject({
  kind: z.literal("objectives"),
  ...component,
  target,
  objectives: z
    .array(z.strictObject({ id: Slug, name: Named, weight: Percent }))
    .min(1)
    .max(20),
  payout: PayoutCurve.nullable().default(null),
});
/** A share of a target for objectives that were agreed. */
export type ObjectivesComponent = z.infer<typeof ObjectivesComponent>;

/** One way a plan pays. */
export const PlanComponent = z.discriminatedUnion("kind", [
  CommissionComponent,
  QuotaComponent,
  BookNrrComponent,
  BonusComponent,
  ObjectivesComponent,
]);
/** One way a plan pays. */
export type PlanComponent = z.infer<typeof PlanComponent>;

/**
 * A comp plan in one version: what is paid for, exactly. A changed plan is a new version. `team` is the team credited by
 * rules that ask for it. The order of `components` numbers the clauses. Where a plan begins or ends for somebody within a
 * period, `partPeriods` says whether the target of that period is whole, or the part for the days it held.
 */
export const CompPlan = z.strictObject({
  id: Slug,
  version: z.int().positive(),
  name: Named,
  team: z.enum(["sales", "customer_success"]),
  state: z.enum(planStates).default("draft"),
  currency: Currency,
  period: z.enum(["month", "quarter", "year"]).default("quarter"),
  fiscalYearStart: whole(1, 12).default(1),
  partPeriods: z.enum(["whole", "by_days"]).default("whole"),
  from: Day,
  to: Day.nullable().default(null),
  components: z.array(PlanComponent).min(1).max(20),
});
/** A comp plan in one version. */
export type CompPlan = z.infer<typeof CompPlan>;

/**
 * What somebody gets in each of the first periods at least: what is missing of it is drawn. A recoverable draw is taken from
 * what later statements earn above it, or earn at all once it is over.
 */
export const Draw = z.strictObject({ amount: Minor, recoverable: z.boolean(), periods: whole(1, 36) });
/** What somebody gets in each of the first periods at least. */
export type Draw = z.infer<typeof Draw>;

/**
 * A plan as it holds for one person, from a day to a day (both included; null: until further notice): their variable pay
 * of a year at target, their quota by component, and their draw.
 */
export const PlanAssignment = z
  .strictObject({
    person: Named,
    plan: CompPlan,
    from: Day,
    to: Day.nullable().default(null),
    targetPay: Minor.nullable().default(null),
    quotas: z.record(Slug, Minor).default({}),
    draw: Draw.nullable().default(null),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ["to"], message: "is before from" });
/** A plan as it holds for one person. */
export type PlanAssignment = z.infer<typeof PlanAssignment>;

/** How a component is named wherever it is spoken of: its number in the plan and its name; what is none has its own. */
export function clauseOf(plan: CompPlan, component: string, part?: string): string {
  const index = plan.components.findIndex(({ id }) => id === component);
  const named = plan.components[index];
  const told = named ? `${index + 1} ${named.name}` : component;
  return part === undefined ? told : `${told}, ${part}`;
}
