import { type CompPlan, PlanAssignment, Statement, StatementInputs } from "@termwise/core/compensation";
import { Failure, type Instant } from "@termwise/core/kernel";
import {
  loadPayRecords,
  loadStatementSteps,
  loadStatements,
  type PayRecord,
  type StatementStep,
  type StoredStatement,
  type StoredStep,
  type WorkspaceTransaction,
} from "@termwise/db";
import { type PayBody, payBodies } from "./pay-records.ts";

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
export interface HeldStatement extends StoredStatement {
  readonly steps: readonly StoredStep[];
  readonly status: "draft" | StatementStep;
  readonly closed: boolean;
}

/** What was written down of a statement: its inputs without earlier statements, which are named by number and hash. */
export interface StatementContent {
  readonly inputs: StatementInputs;
  readonly earlier: readonly { readonly number: number; readonly hash: string }[];
  readonly statement: Statement;
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
  readonly drafts: readonly StoredStatement[];
}

/** Reads everything on record about pay. */
export async function loadPay(tx: WorkspaceTransaction): Promise<PayState> {
  return payStateOf(await loadPayRecords(tx), await loadStatements(tx), await loadStatementSteps(tx));
}

function payStateOf(
  records: readonly PayRecord[],
  drafts: readonly StoredStatement[],
  steps: readonly StoredStep[],
): PayState {
  const of = <Kind extends keyof typeof payBodies>(kind: Kind): Recorded<Kind>[] =>
    records
      .filter((record) => record.kind === kind)
      .map(({ id, at, by, person, body }) => ({
        ...(payBodies[kind].parse(body) as PayBody<Kind>),
        id,
        at,
        by,
        person,
      }));
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

function presentOf(drafts: readonly StoredStatement[], steps: readonly StoredStep[]): HeldStatement[] {
  const present = new Map<number, StoredStatement>();
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

const read = new Map<string, StatementContent>();

/** What a stored draft says. It is kept by its hash: what has one hash is one text. */
export function contentOf({ content, hash }: Pick<StoredStatement, "content" | "hash">): StatementContent {
  const known = read.get(hash);
  if (known) return known;
  const { inputs, earlier, statement } = JSON.parse(content) as Record<
    "inputs" | "earlier" | "statement",
    unknown
  >;
  const made = {
    inputs: StatementInputs.parse(inputs),
    earlier: earlier as StatementContent["earlier"],
    statement: Statement.parse(statement),
  };
  if (read.size > 2_000) read.clear();
  read.set(hash, made);
  return made;
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
