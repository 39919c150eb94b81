import {
  CompPlan,
  clauseOf,
  overlapFaults,
  type PlanAssignment,
  planReading,
  refuseFaults,
} from "@termwise/core/compensation";
import { Failure, money, moneyText } from "@termwise/core/kernel";
import { randomText } from "@termwise/db";
import { z } from "zod";
import { Assigned, type planSteps } from "./pay-records.ts";
import { assignmentOf, planIn } from "./pay-state.ts";
import { type PayWriting, putPay } from "./pay-writing.ts";

/**
 * Puts a version of a plan on record as a draft: the next one, or in place of one that is still a draft. Refused with every
 * clause named for a plan with faults, and for a version that is in review or further.
 */
export async function savePlan(
  writing: PayWriting,
  given: unknown,
): Promise<{ id: string; version: number }> {
  const read = CompPlan.safeParse(given);
  if (!read.success) throw new Failure("bad_input", z.prettifyError(read.error));
  const plan: CompPlan = { ...read.data, state: "draft" };
  refuseFaults(plan);
  const own = writing.state.plans.filter((one) => one.plan.id === plan.id);
  const next = own.reduce((most, one) => Math.max(most, one.plan.version), 0) + 1;
  const held = own.find((one) => one.plan.version === plan.version);
  if (!held && plan.version !== next)
    throw new Failure("conflict", `The next version of ${plan.name} is ${next}, not ${plan.version}`);
  if (held && held.plan.state !== "draft")
    throw new Failure(
      "conflict",
      `Version ${plan.version} of ${plan.name} is ${stateWords[held.plan.state]}: a changed plan is version ${next}`,
    );
  await putPay(writing, "plan", { subject: `${plan.id}@${plan.version}`, body: { plan } });
  return { id: plan.id, version: plan.version };
}

const stateWords = {
  draft: "a draft",
  in_review: "in review",
  approved: "approved",
  active: "active",
  retired: "retired",
} as const;

const needs = {
  submitted: "draft",
  sent_back: "in_review",
  approved: "in_review",
  activated: "approved",
  retired: "active",
} as const satisfies Record<(typeof planSteps)[number], CompPlan["state"]>;

/** Takes a version of a plan one step on. Refused out of order, and for whoever wrote or submitted it where it is to be approved. */
export async function stepPlan(
  writing: PayWriting,
  asked: {
    readonly planId: string;
    readonly version: number;
    readonly step: (typeof planSteps)[number];
    readonly note?: string | null | undefined;
  },
): Promise<void> {
  const { planId, version, step, note = null } = asked;
  const held = planIn(writing.state, planId, version);
  if (held.plan.state !== needs[step])
    throw new Failure(
      "conflict",
      `Version ${version} of ${held.plan.name} is ${stateWords[held.plan.state]}, it would have to be ${stateWords[needs[step]]}`,
    );
  const hands = [held.by, held.steps.findLast((one) => one.step === "submitted")?.by ?? null];
  if (step === "approved" && writing.by !== null && hands.includes(writing.by))
    throw new Failure("refused", "Whoever wrote a plan or handed it in cannot approve it: ask somebody else");
  const subject = `${planId}@${version}`;
  await putPay(writing, "plan_step", { subject, body: { planId, version, step, note } });
}

/**
 * Gives a version of a plan to a person, or changes how it was given, and writes the letter about it. Refused, the clause
 * named, where two plans would overlap, for a plan that is not approved, and for a quota of a component there is not.
 */
export async function assignPlan(
  writing: PayWriting,
  given: z.input<typeof Assigned>,
  assignmentId: string = `asg_${randomText(16)}`,
): Promise<string> {
  const assigned = Assigned.parse(given);
  const { state } = writing;
  const { plan } = planIn(state, assigned.planId, assigned.version);
  if (plan.state !== "approved" && plan.state !== "active")
    throw new Failure(
      "refused",
      `Version ${plan.version} of ${plan.name} is ${stateWords[plan.state]}: approve it first`,
    );
  const stranger = Object.keys(assigned.quotas).find((id) => !plan.components.some((one) => one.id === id));
  if (stranger !== undefined)
    throw new Failure("bad_input", `Quotas: ${plan.name} has no component ${stranger}`);
  if (assigned.from < plan.from || (plan.to !== null && assigned.from > plan.to))
    throw new Failure(
      "bad_input",
      `Term of the plan: ${plan.name} holds from ${plan.from}${plan.to === null ? "" : ` to ${plan.to}`}`,
    );
  const others = state.assignments
    .filter((one) => one.id !== assignmentId && one.assigned.person === assigned.person)
    .map((one) => assignmentOf(state, one.assigned));
  const own = assignmentOf(state, assigned);
  const faults = overlapFaults([...others, own]);
  if (faults.length > 0)
    throw new Failure("refused", faults.map(({ clause, message }) => `${clause}: ${message}`).join(" "), {
      faults,
    });
  const about = { subject: assignmentId, person: assigned.person };
  await putPay(writing, "assignment", { ...about, body: { assignmentId, assigned } });
  await putPay(writing, "letter", { ...about, body: { assignmentId, text: letterText(own) } });
  return assignmentId;
}

/** The letter about a plan as it is given to somebody: made from the plan and from nothing else. */
function letterText({ person, plan, from, to, targetPay, quotas, draw }: PlanAssignment): string {
  const told = (minor: string) => `${plan.currency} ${moneyText(money(BigInt(minor), plan.currency))}`;
  const held = to === null ? `from ${from} until further notice` : `from ${from} to ${to}`;
  return [
    `${person}: ${plan.name}, version ${plan.version}, ${held}.`,
    ...(targetPay === null ? [] : [`Variable pay of a year at target: ${told(targetPay)}.`]),
    ...Object.entries(quotas).map(([id, quota]) => `Quota of ${clauseOf(plan, id)}: ${told(quota)}.`),
    ...(draw === null
      ? []
      : [
          `Draw: ${told(draw.amount)} for ${draw.periods} periods, ${draw.recoverable ? "recoverable" : "not recoverable"}.`,
        ]),
    ...planReading(plan).map(({ clause, text }) => `${clause}: ${text}`),
  ].join("\n");
}
