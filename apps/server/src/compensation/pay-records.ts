import {
  Achievement,
  CompPlan,
  creditGates,
  Draw,
  Exclusion,
  Loss,
  PayDecision,
} from "@termwise/core/compensation";
import { Day } from "@termwise/core/kernel";
import { z } from "zod";

const text = (most: number) => z.string().trim().min(1).max(most);
/** Somebody's name as accounts call them: the key to their pay. */
export const Person = text(200);
/** Why something is done, in words. */
export const Reason = z.string().trim().min(3).max(500);
/** Whole minor units of 0 or more. */
export const Amount = z.string().regex(/^\d{1,18}$/, "is not a whole number of minor units of 0 or more");
/** A plan's id. */
export const PlanId = CompPlan.shape.id;
/** The version of a plan. */
export const Version = z.int().min(1).max(10_000);

/** What happens to a version of a plan, in this order; one in review can also be sent back. */
export const planSteps = ["submitted", "sent_back", "approved", "activated", "retired"] as const;

/** What can happen to a deal on a day, beside what contracts tell. */
export const dealSteps = [...creditGates, "invoiced", "paid"] as const;

/** A plan as it is given to a person: which version, from when to when, pay at target, quotas and draw. */
export const Assigned = z
  .strictObject({
    person: Person,
    planId: PlanId,
    version: Version,
    from: Day,
    to: Day.nullable().default(null),
    targetPay: Amount.nullable().default(null),
    quotas: z.record(z.string().max(60), Amount).default({}),
    draw: Draw.nullable().default(null),
  })
  .refine(({ from, to }) => to === null || from <= to, { path: ["to"], message: "is before from" });

/** The shape of what is on record about pay, by its kind. */
export const payBodies = {
  plan: z.strictObject({ plan: CompPlan }),
  plan_step: z.strictObject({
    planId: PlanId,
    version: Version,
    step: z.enum(planSteps),
    note: Reason.nullable().default(null),
  }),
  assignment: z.strictObject({ assignmentId: text(80), assigned: Assigned }),
  split: z.strictObject({
    dealId: text(100),
    split: z.array(z.strictObject({ person: Person, percent: z.string().max(14) })).max(20),
    reason: Reason,
  }),
  gate: z.strictObject({ dealId: text(100), what: z.enum(dealSteps), on: Day.nullable() }),
  exclusion: z.strictObject({ exclusion: Exclusion, person: Person.nullable(), withdrawn: z.boolean() }),
  loss: z.strictObject({ loss: Loss }),
  achievement: z.strictObject({ person: Person, period: text(20), achievement: Achievement }),
  dispute: z.strictObject({
    number: z.int().min(1),
    lineId: text(400),
    says: z.string().trim().min(3).max(2_000),
  }),
  dispute_note: z.strictObject({ disputeId: text(80), says: z.string().trim().min(3).max(2_000) }),
  decision: z.strictObject({ disputeId: text(80), decision: PayDecision }),
  letter: z.strictObject({ assignmentId: text(80), text: z.string().max(20_000) }),
  acknowledgement: z.strictObject({ of: z.enum(["letter", "statement"]), about: text(80) }),
} as const;

/** The body of one kind of record. */
export type PayBody<Kind extends keyof typeof payBodies> = z.infer<(typeof payBodies)[Kind]>;
