import { type CompPlan, PlanAssignment } from "@termwise/core/compensation";
import { Failure, type Instant } from "@termwise/core/kernel";
import {
  loadPayRecords,
  loadStatementHeads,
  loadStatementSteps,
  type PayRecord,
  type StatementStep,
  type StoredStep,
  type WorkspaceTransaction,
} from "@termwise/db";
import { type PayBody, payBodies } from "./pay-records.ts";
import { allContents, contentOf, type HeldDraft, held, type WantedContents } from "./statement-content.ts";

/** Something on record about pay, with who put it there and when. */
export type Recorded<Kind extends keyof typeof payBodies> = PayBody<Kind> & {
  readonly id: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly person: string | null;
};

/** A version of a plan and what happened to it. */
export interface PlanVersion {
  readonly plan: CompPlan;
  readonly at: Instant;
  readonly by: string | null;
  readonly steps: readonly Recorded<"plan_step">[];
}

/** A draft of a statement with what happened to it: `closed` once it was published. */
export interface HeldStatement extends HeldDraft {
  readonly steps: readonly StoredStep[];
  readonly status: "draft" | StatementStep;
  readonly closed: boolean;
}

/** Everything on record about pay in a workspace. */
export interface PayState {
  of<Kind extends keyof typeof payBodies>(kind: Kind): readonly Recorded<Kind>[];
  readonly plans: readonly PlanVersion[];
  readonly assignments: readonly {
    readonly id: string;
    readonly assigned: PayBody<"assignment">["assigned"];
  }[];
  /** The latest draft of each statement, or the one that was published, by number. */
  readonly statements: readonly HeldStatement[];
  /** Every draft of every statement. */
  readonly drafts: readonly HeldDraft[];
}

/**
 * Reads what is on record about pay. What statements say is long, and most questions are about few of them: only of those
 * that are `wanted` it is read.
 */
export async function loadPay(
  tx: WorkspaceTransaction,
  wanted: WantedContents = allContents,
): Promise<PayState> {
  const heads = await loadStatementHeads(tx);
  return payStateOf(await loadPayRecords(tx), await held(tx, heads, wanted), await loadStatementSteps(tx));
}

function payStateOf(
  records: readonly PayRecord[],
  drafts: readonly HeldDraft[],
  steps: readonly StoredStep[],
): PayState {
  const parsed = new Map<string, readonly unknown[]>();
  const of = <Kind extends keyof typeof payBodies>(kind: Kind): readonly Recorded<Kind>[] => {
    const known = parsed.get(kind) as readonly Recorded<Kind>[] | undefined;
    if (known) return known;
    const own = records
      .filter((record) => record.kind === kind)
      .map(({ id, at, by, person, body }) => ({
        ...(payBodies[kind].parse(body) as PayBody<Kind>),
        id,
        at,
        by,
        person,
      }));
    parsed.set(kind, own);
    return own;
  };
  const planSteps = of("plan_step");
  const plans = of("plan").map(({ plan, at, by }): PlanVersion => {
    const own = planSteps.filter(({ planId, version }) => planId === plan.id && version === plan.version);
    return { plan: { ...plan, state: stateAfter(own) }, at, by, steps: own };
  });
  const latest = new Map(plans.map((one) => [`${one.plan.id}@${one.plan.version}`, one]));
  const assigned = new Map(of("assignment").map((one) => [one.assignmentId, one.assigned]));
  return {
    of,
    plans: [...latest.values()],
    assignments: [...assigned].map(([id, one]) => ({ id, assigned: one })),
    statements: presentOf(drafts, steps),
    drafts,
  };
}

const after = {
  submitted: "in_review",
  sent_back: "draft",
  approved: "approved",
  activated: "active",
} as const;

function stateAfter(steps: readonly Recorded<"plan_step">[]): CompPlan["state"] {
  const step = steps.at(-1)?.step;
  return step === undefined ? "draft" : step === "retired" ? "retired" : after[step];
}

function presentOf(drafts: readonly HeldDraft[], steps: readonly StoredStep[]): HeldStatement[] {
  const present = new Map<number, HeldDraft>();
  const published = new Map(steps.filter(({ step }) => step === "published").map((one) => [one.number, one]));
  for (const draft of drafts) {
    const closed = published.get(draft.number);
    if (closed === undefined || closed.revision === draft.revision) present.set(draft.number, draft);
  }
  return [...present.values()].map((draft) => {
    const own = steps.filter(
      ({ number, revision }) => number === draft.number && revision === draft.revision,
    );
    const taken = new Set(own.map(({ step }) => step));
    const status = (["paid", "published", "reviewed"] as const).find((step) => taken.has(step)) ?? "draft";
    return { ...draft, steps: own, status, closed: taken.has("published") };
  });
}

/** A plan in a version; throws `not_found` for one there is not. */
export function planIn({ plans }: PayState, id: string, version: number): PlanVersion {
  const found = plans.find(({ plan }) => plan.id === id && plan.version === version);
  if (!found) throw new Failure("not_found", `There is no version ${version} of the plan ${id}`);
  return found;
}

/** A plan as it was given to somebody, as core reads it. */
export function assignmentOf(state: PayState, assigned: PayBody<"assignment">["assigned"]): PlanAssignment {
  const { planId, version, ...rest } = assigned;
  return PlanAssignment.parse({ ...rest, plan: planIn(state, planId, version).plan });
}

/** The closed statements of a person, the oldest first, each with its number. */
export function closedOf(state: PayState, person: string) {
  return state.statements
    .filter((one) => one.closed && one.person === person)
    .map((one) => ({ number: one.number, hash: one.hash, ...contentOf(one) }))
    .sort((a, b) => (a.statement.period.from < b.statement.period.from ? -1 : 1));
}
