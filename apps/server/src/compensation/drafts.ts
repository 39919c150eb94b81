import { createHash } from "node:crypto";
import { canonicalJson } from "@termwise/core/closing";
import { buildStatement, type PlanAssignment, statementPeriod } from "@termwise/core/compensation";
import { Failure } from "@termwise/core/kernel";
import { addStatement, type WorkspaceTransaction } from "@termwise/db";
import type { Acting } from "../auth/acting.ts";
import { assignedIn, inputsOf, type PaySources } from "./assemble.ts";
import type { PayState } from "./pay-state.ts";
import { contentOf, type StatementContent } from "./statement-content.ts";

/** What became of one person's statement of a period. */
export interface Drafted {
  readonly person: string;
  readonly number: number | null;
  readonly revision: number | null;
  readonly outcome: "drafted" | "changed" | "unchanged" | "closed" | "refused";
  /** Why it was refused; null where it was not. */
  readonly why: string | null;
}

/**
 * Makes the statements of a period anew from what is known now, of everybody with an active plan, or of those named. What is
 * as it was stays the draft it was; a published statement is left alone. Whose statement cannot be built is told with the
 * reason, and keeps nobody else's from being made.
 */
export async function draftStatements(
  tx: WorkspaceTransaction,
  sources: PaySources,
  { period, persons }: { readonly period: string; readonly persons?: readonly string[] | undefined },
  { by, at }: { readonly by: string | null; readonly at: Acting["at"] },
): Promise<Drafted[]> {
  const { state } = sources;
  const assigned = assignedIn(state, period).filter(
    ({ person, plan }) => plan.state === "active" && (persons?.includes(person) ?? true),
  );
  let next = state.drafts.reduce((most, { number }) => Math.max(most, number), 0) + 1;
  const done: Drafted[] = [];
  for (const assignment of assigned.sort((a, b) => (a.person < b.person ? -1 : 1))) {
    const { person } = assignment;
    const held = state.statements.find((one) => one.person === person && one.period === period);
    const told = { person, number: held?.number ?? null, revision: held?.revision ?? null, why: null };
    if (held?.closed) {
      done.push({ ...told, outcome: "closed" });
      continue;
    }
    const made = builtOf(sources, assignment, period);
    if (typeof made === "string") {
      done.push({ ...told, outcome: "refused", why: made });
      continue;
    }
    const content = canonicalJson(made);
    const hash = createHash("sha256").update(content).digest("hex");
    if (held?.hash === hash) {
      done.push({ ...told, outcome: "unchanged" });
      continue;
    }
    const number = held?.number ?? next++;
    const revision = (held?.revision ?? 0) + 1;
    await addStatement(tx, { number, revision, person, period, at, by, content, hash });
    done.push({ person, number, revision, outcome: held ? "changed" : "drafted", why: null });
  }
  return done;
}

/** A statement with its inputs as it is stored, or why it cannot be built. */
function builtOf(sources: PaySources, assignment: PlanAssignment, period: string): StatementContent | string {
  try {
    const { inputs, earlier } = inputsOf(sources, assignment, period);
    const { statement } = buildStatement(inputs);
    return { inputs: { ...inputs, earlier: [] }, earlier, statement };
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

/** The frozen inputs of a draft, with the earlier statements it was built on: what its recomputation starts from. */
export function frozenInputs(state: PayState, { inputs, earlier }: StatementContent) {
  const named = earlier.map(({ number, hash }) => {
    const draft = state.drafts.find((one) => one.number === number && one.hash === hash);
    if (!draft) throw new Failure("conflict", `Statement ${number} is not what this one was built on.`);
    return contentOf(draft).statement;
  });
  return { ...inputs, earlier: named };
}

/** The period of a person's statement as a span of days; throws `not_found` where no plan of theirs pays by it. */
export function assignedFor(state: PayState, person: string, period: string): PlanAssignment {
  const found = assignedIn(state, period).find((one) => one.person === person);
  if (!found) throw new Failure("not_found", `No plan pays ${person} for ${period}`);
  statementPeriod(found.plan, period);
  return found;
}
