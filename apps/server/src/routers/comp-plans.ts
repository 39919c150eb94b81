import { planDiff } from "@termwise/core/compensation";
import { Failure } from "@termwise/core/kernel";
import { z } from "zod";
import { authorsOf } from "../auth/names.ts";
import { payReaderIn } from "../auth/pay-door.ts";
import { backTestOf } from "../compensation/back-tests.ts";
import { checkedPlan } from "../compensation/check-plan.ts";
import { refuseOwn } from "../compensation/own-person.ts";
import { type PayContext, wholeBooks, writingPay } from "../compensation/pay-context.ts";
import { Assigned, PlanId, type planSteps, Reason, Version } from "../compensation/pay-records.ts";
import { loadPay, type PlanVersion, planIn } from "../compensation/pay-state.ts";
import { assignPlan, savePlan, stepPlan } from "../compensation/plan-writes.ts";
import { noContents } from "../compensation/statement-content.ts";
import { procedure } from "../trpc.ts";
import { wire } from "../wire.ts";
import { ownMembership } from "./member-rules.ts";

const ofPlan = z.strictObject({ planId: PlanId, version: Version });
const stepped = z.strictObject({ planId: PlanId, version: Version, note: Reason.optional() });
const Given = z.record(z.string(), z.unknown());

const step = (taken: (typeof planSteps)[number]) =>
  procedure.input(stepped).mutation(async ({ ctx, input }) => {
    const subject = { kind: "plan", id: `${input.planId}@${input.version}` };
    await writingPay(ctx, { action: "plan_changed", subject, details: { step: taken } }, (writing) =>
      stepPlan(writing, { ...input, step: taken }),
    );
    return null;
  });

/** The plans people are paid by, their versions, and to whom they are given. */
export const planProcedures = {
  /** Every version of every plan, where it stands, and how many people it is or was given to: each once. */
  plans: procedure.query(async ({ ctx }) => {
    const { state, nameOf } = await plansFor(ctx);
    return state.plans.map((one) => ({
      ...headOf(one, nameOf),
      people: new Set(
        state.assignments.flatMap(({ assigned }) => (isOf(assigned, one) ? [assigned.person] : [])),
      ).size,
    }));
  }),
  /**
   * One version of a plan whole, with what happened to it, how it reads in plain language, and what is wrong with it or only
   * pointed out: each fault at its clause. `versions` are all there are.
   */
  plan: procedure.input(ofPlan).query(async ({ ctx, input }) => {
    const { state, nameOf } = await plansFor(ctx);
    const held = planIn(state, input.planId, input.version);
    return {
      ...headOf(held, nameOf),
      plan: held.plan,
      ...checkedPlan(held.plan),
      steps: held.steps.map(({ step: taken, note, at, by }) => ({
        step: taken,
        note,
        at,
        byName: nameOf(by),
      })),
      versions: state.plans.filter(({ plan }) => plan.id === input.planId).map((one) => headOf(one, nameOf)),
    };
  }),
  /**
   * How a plan that is being written reads, and what is wrong with it, each fault at its clause: what cannot be read at all is
   * one too. Posted, because a plan is longer than an address. Writes nothing.
   */
  checkPlan: procedure
    .input(z.strictObject({ plan: Given }))
    .mutation(({ input: { plan } }) => checkedPlan(plan)),
  /** What differs between two versions of a plan, clause by clause. */
  planDiff: procedure
    .input(z.strictObject({ planId: PlanId, before: Version, after: Version }))
    .query(async ({ ctx, input: { planId, before, after } }) => {
      const { state } = await plansFor(ctx);
      return planDiff(planIn(state, planId, before).plan, planIn(state, planId, after).plan);
    }),
  /**
   * What a version of a plan would have cost over the last closed periods: of people whose pay the one who asks may read, one
   * by one; of all together where the group is large enough to tell nobody's. Writes nothing.
   */
  backtest: procedure
    .input(z.strictObject({ planId: PlanId, version: Version, periods: z.int().min(1).max(12).default(4) }))
    .query(async ({ ctx, input }) => {
      const { whole } = await wholeBooks(ctx);
      const reader = ownMembership(ctx.who)?.id ?? null;
      return wire(
        await whole.write(async (tx) => {
          const door = await payReaderIn(tx, reader, ctx.acting.at);
          return backTestOf({ tx, door, acting: ctx.acting, state: await loadPay(tx) }, input);
        }),
      );
    }),
  /** Keeps a version of a plan as a draft: the next one, or in place of one that is still a draft. 400 with every fault at its clause. */
  savePlan: procedure.input(z.strictObject({ plan: Given })).mutation(({ ctx, input: { plan } }) =>
    writingPay(
      ctx,
      ({ id, version }: { id: string; version: number }) => ({
        action: "plan_changed",
        subject: { kind: "plan", id: `${id}@${version}` },
        details: { step: "saved" },
      }),
      (writing) => savePlan(writing, plan),
    ),
  ),
  /** Hands a draft in for review. */
  submitPlan: step("submitted"),
  /** Sends a version in review back to whoever wrote it. */
  sendBackPlan: step("sent_back"),
  /** Approves a version in review. 412 for whoever wrote it or handed it in. */
  approvePlan: step("approved"),
  /** Makes an approved version pay. */
  activatePlan: step("activated"),
  /** Ends an active version: it makes no more drafts; what it paid stays. */
  retirePlan: step("retired"),
  /**
   * Gives a version of a plan to a person, by the name accounts call them; or changes how it was given, by its id, as to end
   * it before another begins. Writes the letter. 412 where two would overlap.
   */
  assign: procedure
    .input(z.strictObject({ assignmentId: z.string().max(80).optional(), assigned: Assigned }))
    .mutation(async ({ ctx, input: { assigned, assignmentId } }) => {
      refuseOwn(ctx.who, assigned.person);
      const id = await writingPay(
        ctx,
        (made: string) => ({
          action: "plan_assigned",
          subject: { kind: "plan", id: `${assigned.planId}@${assigned.version}` },
          details: { assignmentId: made, from: assigned.from, to: assigned.to },
        }),
        (writing) => {
          const there = writing.state.assignments.some((one) => one.id === assignmentId);
          if (assignmentId !== undefined && !there)
            throw new Failure("not_found", "There is no such assignment");
          return assignPlan(writing, assigned, assignmentId);
        },
      );
      return { assignmentId: id };
    }),
  /** To whom plans are given, from when to when. Pay at target, quotas and draw only of those whose pay the one who asks may read. */
  assignments: procedure.query(async ({ ctx }) => {
    const { whole } = await wholeBooks(ctx);
    const reader = ownMembership(ctx.who)?.id ?? null;
    return whole.read(async (tx) => {
      const state = await loadPay(tx, noContents);
      const door = await payReaderIn(tx, reader, ctx.acting.at);
      return state.assignments.map(({ id, assigned }) => {
        const { targetPay, quotas, draw, ...rest } = assigned;
        const readable = door.reasonFor(assigned.person) !== null;
        return { id, ...rest, readable, terms: readable ? { targetPay, quotas, draw } : null };
      });
    });
  }),
};

async function plansFor({ termwise }: Pick<PayContext, "termwise">) {
  return termwise.read(async (tx) => ({ state: await loadPay(tx, noContents), nameOf: await authorsOf(tx) }));
}

const isOf = ({ planId, version }: { planId: string; version: number }, { plan }: PlanVersion): boolean =>
  plan.id === planId && plan.version === version;

function headOf({ plan, at, by, steps }: PlanVersion, nameOf: (by: string | null) => string | null) {
  const { id, version, name, team, state, currency, period, from, to, components } = plan;
  return {
    id,
    version,
    name,
    team,
    state,
    currency,
    period,
    from,
    to,
    components: components.map((one) => ({ id: one.id, name: one.name, kind: one.kind })),
    at,
    byName: nameOf(by),
    changedAt: steps.at(-1)?.at ?? at,
  };
}
