import { z } from "zod";
import { Day } from "../kernel/index.ts";
import { Deal, Exclusion, Loss } from "./deal.ts";
import { type clawbackTriggers, PlanAssignment } from "./plan.ts";
import { Minor, Named, Percent, Reason, SignedMinor, Slug } from "./written.ts";

/** What a line of a statement pays or takes back. */
export const lineKinds = [
  "commission",
  "retention",
  "expansion_quota",
  "book_nrr",
  "retention_bonus",
  "objectives",
  "release",
  "draw",
  "true_up",
  "adjustment",
  "clawback",
] as const;
/** What a line of a statement pays or takes back. */
export type LineKind = (typeof lineKinds)[number];

/**
 * How a line came about, from the row it goes back to, down to the clause that pays it. `exact` is the amount in minor units
 * before rounding, a whole number or a fraction `n/d`; shares are fractions of 1 written the same way.
 */
export const Trace = z.strictObject({
  source: z.string().nullable(),
  movement: z.string().nullable(),
  creditRule: z.string().nullable(),
  attainmentBefore: z.string().nullable(),
  attainmentAfter: z.string().nullable(),
  band: z.string().nullable(),
  arithmetic: z.string(),
  exact: z.string(),
  rounding: z.string(),
  definition: z.string(),
  plan: z.string(),
  clause: z.string(),
});
/** How a line came about. */
export type Trace = z.infer<typeof Trace>;

/**
 * One line of a statement. `amount` is signed, in whole minor units. `held` is the part of a commission that waits for the
 * NRR of its cohort, `withheld` the part that waits for something to happen to the deal. `forPeriod` is the period the line belongs to: an earlier one for an adjustment. `pays` is the line
 * that paid what a clawback takes back.
 */
export const StatementLine = z.strictObject({
  lineId: z.string(),
  kind: z.enum(lineKinds),
  component: Slug,
  part: z.string(),
  forPeriod: z.string(),
  on: Day.nullable(),
  /** The day the deal took effect as it was known when it was paid, where a clawback goes by it. */
  effectiveOn: Day.optional(),
  account: Named.nullable(),
  dealId: z.string().nullable(),
  credited: Minor.nullable(),
  percent: z.string().nullable(),
  held: SignedMinor.nullable(),
  withheld: SignedMinor.nullable().default(null),
  amount: SignedMinor,
  pays: z.string().nullable(),
  lossId: z.string().nullable(),
  cause: z.string().nullable(),
  trace: Trace,
});
/** One line of a statement. */
export type StatementLine = z.infer<typeof StatementLine>;

/** What stands on a statement once it is closed: the plan as it then was, the lines, and their sum. It never changes. */
export const Statement = z.strictObject({
  person: Named,
  period: z.strictObject({ text: z.string(), from: Day, to: Day }),
  assignment: PlanAssignment,
  lines: z.array(StatementLine),
  total: SignedMinor,
});
/** What stands on a statement. */
export type Statement = z.infer<typeof Statement>;

/** A deal of a cohort some months after its credit date: what it began with and what is left, in whole minor units. */
export const MaturedDeal = z.strictObject({
  dealId: z.string().min(1),
  account: Named,
  opening: Minor,
  closing: Minor,
  measuredOn: Day,
});
/** A deal of a cohort some months after its credit date. */
export type MaturedDeal = z.infer<typeof MaturedDeal>;

/**
 * An account of a book in one period, by the NRR function of the company, and since when (and until when) it was held.
 * `kept` is what it keeps without growth, the numerator of GRR; left out, the smaller of opening and closing.
 */
export const BookAccountMeasure = z.strictObject({
  account: Named,
  opening: Minor,
  closing: Minor,
  kept: Minor.nullable().default(null),
  heldFrom: Day.nullable(),
  /** The first day it was somebody else's; null: still held. */
  heldUntil: Day.nullable().default(null),
});
/** An account of a book in one period. */
export type BookAccountMeasure = z.infer<typeof BookAccountMeasure>;

/** An account closed some quarters before: its first ARR and what it was renewed at; null: not renewed. */
export const RenewedAccount = z.strictObject({ account: Named, first: Minor, renewed: Minor.nullable() });
/** An account closed some quarters before, and its renewal. */
export type RenewedAccount = z.infer<typeof RenewedAccount>;

/** What was found to be achieved of an objective of a component, in per cent, by whom, and why. */
export const Achievement = z.strictObject({
  component: Slug,
  objective: Slug,
  achieved: Percent,
  approver: Named,
  reason: Reason,
});
/** What was found to be achieved of an objective. */
export type Achievement = z.infer<typeof Achievement>;

/** A decision of people that changes pay: a dispute that was resolved, with who approved it. */
export const PayDecision = z.strictObject({
  decisionId: z.string().min(1).max(100),
  lineId: z.string().min(1),
  amount: SignedMinor,
  reason: Reason,
  approver: Named,
});
/** A decision of people that changes pay. */
export type PayDecision = z.infer<typeof PayDecision>;

/**
 * Everything a statement is built from, frozen. `deals` are all that count since the beginning of the quota's span, and
 * those of earlier statements still inside a window; a deal that is left out is not spoken of, one that no longer counts
 * is `withdrawn`. Books, renewals and achievements are by period; `earlier` are the person's closed statements. `definitions` are the
 * versions of terms in force.
 */
export const StatementInputs = z.strictObject({
  person: Named,
  period: z.string(),
  assignment: PlanAssignment,
  deals: z.array(Deal).default([]),
  losses: z.array(Loss).default([]),
  exclusions: z.array(Exclusion).default([]),
  matured: z.array(MaturedDeal).default([]),
  books: z.record(z.string(), z.array(BookAccountMeasure)).default({}),
  renewals: z.record(z.string(), z.array(RenewedAccount)).default({}),
  achievements: z.record(z.string(), z.array(Achievement)).default({}),
  decisions: z.array(PayDecision).default([]),
  definitions: z.record(z.string(), z.int().positive()).default({}),
  earlier: z.array(Statement).default([]),
});
/** Everything a statement is built from, frozen. */
export type StatementInputs = z.infer<typeof StatementInputs>;

/** Commission that may still be taken back, and the day from which it is safe. */
export interface Exposed {
  readonly lineId: string;
  readonly dealId: string;
  readonly account: string;
  readonly component: string;
  /** What was paid and not taken back, and what a loss on the day asked for would take. */
  readonly paid: bigint;
  readonly atRisk: bigint;
  readonly safeOn: Day;
  readonly trigger: (typeof clawbackTriggers)[number];
}

/** Whole minor units that lines add up to. */
export function sumOf(lines: readonly Pick<StatementLine, "amount">[]): bigint {
  return lines.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}
