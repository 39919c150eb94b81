import { mayShowPayTotals } from "@termwise/core/access";
import {
  type BackTested,
  backTest,
  buildStatement,
  type CompPlan,
  type Statement,
} from "@termwise/core/compensation";
import { earlier as earlierDay, Failure, MemberId } from "@termwise/core/kernel";
import { appendAudit, type WorkspaceTransaction } from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import type { PayReader } from "../auth/pay-door.ts";
import { closedOf, type PayState, planIn } from "./pay-state.ts";

/** Who asks for a back-test, and what is on record. */
export interface BackTesting {
  readonly tx: WorkspaceTransaction;
  readonly state: PayState;
  readonly door: PayReader;
  readonly acting: Acting;
  /** On whose behalf it is asked, where that is not the one who asks. */
  readonly onBehalfOf?: MemberId | null;
}

/**
 * What a plan would have paid over the last closed periods of everybody who was paid by a version of it. Each statement is
 * built again from its own frozen inputs under the plan asked for, on what the plan would have paid before it.
 */
export async function backTestOf(
  { tx, state, door, acting, onBehalfOf = null }: BackTesting,
  asked: { readonly planId: string; readonly version: number; readonly periods: number },
) {
  const { plan } = planIn(state, asked.planId, asked.version);
  const people = [...new Set(state.statements.filter(({ closed }) => closed).map(({ person }) => person))];
  const ofPlan = people
    .map((person) => ({ person, closed: closedOf(state, person) }))
    .filter(({ closed }) => closed.some(({ statement }) => statement.assignment.plan.id === plan.id));
  const spans = ofPlan.flatMap(({ closed }) => closed.map(({ statement }) => statement.period));
  const texts = [...new Map(spans.map((one) => [one.text, one])).values()]
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .slice(0, asked.periods)
    .map(({ text }) => text);
  const tested = ofPlan.map((one) => testedOf(one, plan, new Set(texts)));
  const readable = tested.filter(({ person }) => door.reasonFor(person) !== null);
  const members = new Map(
    tested.map(({ person }, n) => [person, door.memberOf(person) ?? MemberId.parse(`mem_not_here_${n}`)]),
  );
  const idsOf = (some: readonly { readonly person: string }[]) =>
    new Set(some.flatMap(({ person }) => members.get(person) ?? []));
  for (const { person } of readable)
    await appendAudit(tx, tx.workspaceId, {
      ...acting,
      action: "pay_read",
      subject: { kind: "pay", id: door.memberOf(person) ?? "nobody here" },
      details: {
        what: "backtest",
        reason: door.reasonFor(person),
        ...(onBehalfOf !== null && { onBehalfOf }),
      },
    });
  // Asked for one period more, one learns what that period adds: so the people of each of them are a group of their own.
  const paidIn = texts.map((text) => {
    const own = ofPlan.filter(({ closed }) => closed.some(({ statement }) => statement.period.text === text));
    return idsOf(own);
  });
  const shown = mayShowPayTotals([idsOf(tested), ...paidIn], idsOf(readable));
  const { paid, would, least, median, most } = backTest(tested);
  const all = readable.length === tested.length;
  return {
    plan: { id: plan.id, version: plan.version, name: plan.name, currency: plan.currency },
    periods: texts.reverse(),
    people: tested.length,
    /** Null: so few are left of whom the one who asks may read nothing that a total would tell their pay. */
    totals: shown ? { paid, would } : null,
    /** The least and the most are somebody's: told where everybody's pay may be read. */
    spread: all ? { least, median, most } : null,
    readable: backTest(readable),
  };
}

interface Closed {
  readonly person: string;
  readonly closed: ReturnType<typeof closedOf>;
}

function testedOf({ person, closed }: Closed, plan: CompPlan, texts: ReadonlySet<string>): BackTested {
  let earlier: Statement[] = [];
  let [paid, would] = [0n, 0n];
  for (const { statement, inputs } of closed) {
    if (!texts.has(statement.period.text)) {
      earlier = [...earlier, statement];
      continue;
    }
    // Resolved disputes are about lines of what was paid: they belong to neither side.
    paid += statement.lines.reduce(
      (sum, { part, amount }) => (part.startsWith("decision-") ? sum : sum + BigInt(amount)),
      0n,
    );
    const asThen = {
      ...plan,
      from: earlierDay(statement.period.from, plan.from),
      to: null,
    };
    const assignment = { ...inputs.assignment, plan: asThen };
    try {
      const again = buildStatement({ ...inputs, assignment, earlier, decisions: [] }).statement;
      would += BigInt(again.total);
      earlier = [...earlier, again];
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw new Failure(error.code, `${statement.period.text}: ${error.message}`);
    }
  }
  return { person, paid, would };
}
