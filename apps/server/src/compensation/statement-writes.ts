import { recomputation } from "@termwise/core/compensation";
import { Failure } from "@termwise/core/kernel";
import { addStatementStep, type StatementStep } from "@termwise/db";
import { frozenInputs } from "./drafts.ts";
import { closedOf, type HeldStatement, type PayState } from "./pay-state.ts";
import { type PayWriting, putPay } from "./pay-writing.ts";
import { contentOf } from "./statement-content.ts";

/** A statement by its number; throws `not_found` for one there is not. */
export function statementIn({ statements }: PayState, number: number): HeldStatement {
  const found = statements.find((one) => one.number === number);
  if (!found) throw new Failure("not_found", "There is no such statement");
  return found;
}

/**
 * Takes a draft one step on: reviewed, published, paid. Published, it is closed and never changes; paid, it is locked.
 * Refused out of order, while an earlier statement of the person is open, for a draft made before an earlier one was closed,
 * and for one that is not what its inputs give.
 */
export async function stepStatement(
  { tx, state, by, at }: PayWriting,
  { number, step }: { readonly number: number; readonly step: StatementStep },
): Promise<HeldStatement> {
  const held = statementIn(state, number);
  const needed = { reviewed: "draft", published: "reviewed", paid: "published" } as const;
  if (held.status !== needed[step])
    throw new Failure(
      "conflict",
      `Statement ${number} is ${held.status === "draft" ? "a draft" : held.status}; it has to be ${needed[step] === "draft" ? "a draft" : needed[step]} before it is ${step}`,
    );
  if (step !== "paid") refuseStale(state, held);
  await addStatementStep(tx, { number, revision: held.revision, step, at, by });
  return held;
}

function refuseStale(state: PayState, held: HeldStatement): void {
  const content = contentOf(held);
  const { period } = content.statement;
  const open = state.statements.find(
    (one) => one.person === held.person && !one.closed && contentOf(one).statement.period.to < period.from,
  );
  if (open)
    throw new Failure("conflict", `Statement ${open.number} for ${open.period} is open: publish it first`);
  const closed = closedOf(state, held.person).filter(({ statement }) => statement.period.to < period.from);
  const known = new Set(content.earlier.map(({ hash }) => hash));
  if (closed.length !== known.size || closed.some(({ hash }) => !known.has(hash)))
    throw new Failure("conflict", `Earlier statements were closed since this draft was made: make it again`);
  const differs = recomputation(content.statement, frozenInputs(state, content));
  if (differs !== null) throw new Failure("conflict", `It is not what its inputs give: ${differs}`);
}

/** Disputes a line of a published statement; returns the dispute's id. Refused while the line is disputed already. */
export async function disputeLine(
  writing: PayWriting,
  { number, lineId, says }: { readonly number: number; readonly lineId: string; readonly says: string },
): Promise<string> {
  const held = statementIn(writing.state, number);
  if (!held.closed)
    throw new Failure("refused", "It is a draft: say what is wrong with it, it can still be made again");
  const { statement } = contentOf(held);
  if (!statement.lines.some((line) => line.lineId === lineId))
    throw new Failure("not_found", `The statement has no line ${lineId}`);
  const open = disputesOf(writing.state).find(
    (one) => one.lineId === lineId && one.person === held.person && !one.decision,
  );
  if (open) throw new Failure("conflict", "This line is disputed already: answer there");
  return putPay(writing, "dispute", {
    subject: String(number),
    person: held.person,
    body: { number, lineId, says },
  });
}

/** A dispute with what was said and what was decided. */
export function disputesOf(state: PayState) {
  const [notes, decisions] = [state.of("dispute_note"), state.of("decision")];
  return state.of("dispute").map((dispute) => ({
    ...dispute,
    thread: notes.filter(({ disputeId }) => disputeId === dispute.id),
    decision: decisions.find(({ disputeId }) => disputeId === dispute.id) ?? null,
  }));
}

/** An open dispute by its id; throws `not_found` for one there is not and `conflict` for one that was resolved. */
export function openDispute(state: PayState, id: string) {
  const found = disputesOf(state).find((one) => one.id === id);
  if (!found) throw new Failure("not_found", "There is no such dispute");
  if (found.decision) throw new Failure("conflict", "This dispute was resolved");
  return found;
}

/** Says something in a dispute. */
export async function answerDispute(
  writing: PayWriting,
  { id, says }: { readonly id: string; readonly says: string },
): Promise<void> {
  const { person } = openDispute(writing.state, id);
  await putPay(writing, "dispute_note", { subject: id, person, body: { disputeId: id, says } });
}

/**
 * Resolves a dispute: what is decided becomes a line of the next open statement, with the reason and who approved it. 0: the
 * line stays as it is.
 */
export async function resolveDispute(
  writing: PayWriting,
  asked: { readonly id: string; readonly amount: string; readonly reason: string; readonly approver: string },
): Promise<void> {
  const { id, amount, reason, approver } = asked;
  const { person, lineId } = openDispute(writing.state, id);
  const decision = { decisionId: id, lineId, amount, reason, approver };
  await putPay(writing, "decision", { subject: id, person, body: { disputeId: id, decision } });
}

/** Says that a letter or a statement was read. Once is enough; whose it is is for the caller to see to. */
export async function acknowledge(
  writing: PayWriting,
  { of, id, person }: { readonly of: "letter" | "statement"; readonly id: string; readonly person: string },
): Promise<void> {
  if (writing.state.of("acknowledgement").some((one) => one.of === of && one.about === id)) return;
  await putPay(writing, "acknowledgement", { subject: id, person, body: { of, about: id } });
}
