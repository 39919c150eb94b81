import {
  buildStatement,
  clauseOf,
  recomputation,
  type Statement,
  type StatementLine,
  statementDiff,
  sumOf,
  traceSteps,
} from "@termwise/core/compensation";
import { type AccountId, monthOf, quarterOf } from "@termwise/core/kernel";
import { besideOf } from "./account-beside.ts";
import { accountNames } from "./account-names.ts";
import type { PaySources } from "./assemble.ts";
import { frozenInputs } from "./drafts.ts";
import { closedOf, type HeldStatement, type PayState } from "./pay-state.ts";
import { contentOf } from "./statement-content.ts";
import { disputesOf } from "./statement-writes.ts";

/** Where a statement stands: as its steps say, and disputed while a dispute about it is open. */
export function statusOf(state: PayState, held: HeldStatement) {
  const open = disputesOf(state).some(({ number, decision }) => number === held.number && !decision);
  return open && held.status === "published" ? ("disputed" as const) : held.status;
}

/** What a list says of a statement. */
export function statementRow(state: PayState, held: HeldStatement) {
  const { statement } = contentOf(held);
  const { plan } = statement.assignment;
  return {
    number: held.number,
    revision: held.revision,
    person: held.person,
    period: statement.period,
    status: statusOf(state, held),
    plan: { id: plan.id, version: plan.version, name: plan.name, team: plan.team },
    currency: plan.currency,
    total: statement.total,
    lines: statement.lines.length,
    openDisputes: disputesOf(state).filter(({ number, decision }) => number === held.number && !decision)
      .length,
    acknowledged: state
      .of("acknowledgement")
      .some((one) => one.of === "statement" && one.about === String(held.number)),
    steps: held.steps.map(({ step, at }) => ({ step, at })),
  };
}

/** One statement whole: its lines with their traces, what it adds up to by component, and what stands beside it. */
export function statementView(
  sources: PaySources,
  held: HeldStatement,
  nameOf: (by: string | null) => string | null,
) {
  const { state, books } = sources;
  const content = contentOf(held);
  const { statement } = content;
  const inputs = frozenInputs(state, content);
  const built = buildStatement(inputs);
  const names = accountNames(books);
  const { plan } = statement.assignment;
  const disputes = disputesOf(state).filter(({ number }) => number === held.number);
  const previous = state.drafts.find(
    (one) => one.number === held.number && one.revision === held.revision - 1,
  );
  const lineView = (line: StatementLine) => ({
    ...line,
    accountId: line.account,
    account: line.account && names.nameOf(line.account),
    cause: line.cause && names.inText(line.cause),
    clause: clauseOf(plan, line.component),
    steps: traceSteps(line).map(({ step, text }) => ({ step, text: names.inText(text) })),
  });
  const diff = previous ? statementDiff(contentOf(previous).statement, statement) : null;
  const accounts = [...new Set(statement.lines.flatMap(({ account }) => account ?? []))];
  return {
    ...statementRow(state, held),
    hash: held.hash,
    madeAt: held.at,
    from: statement.assignment.from,
    to: statement.assignment.to,
    targetPay: statement.assignment.targetPay,
    quotas: statement.assignment.quotas,
    lines: statement.lines.map(lineView),
    components: componentsOf(statement.lines, (id) => clauseOf(plan, id)),
    kinds: kindsOf(statement.lines),
    credits: built.credits.map(({ component, credit: { deal, ...credit } }) => ({
      component,
      ...credit,
      why: names.inText(credit.why),
      dealId: deal.dealId,
      accountId: deal.account,
      account: names.nameOf(deal.account),
      kind: deal.kind,
    })),
    exposed: built.exposed.map((one) => ({
      ...one,
      accountId: one.account,
      account: names.nameOf(one.account),
    })),
    carried: built.carried,
    open: built.open,
    differs: recomputation(statement, inputs),
    diff: diff && {
      revision: previous?.revision ?? null,
      added: diff.added.map(lineView),
      removed: diff.removed.map(lineView),
      changed: diff.changed.map(({ before, after }) => ({
        before: lineView(before),
        after: lineView(after),
      })),
      total: diff.total,
    },
    yearToDate: yearToDate(state, held),
    disputes: disputes.map(({ id, at, by, lineId, says, thread, decision }) => ({
      id,
      at,
      byName: nameOf(by),
      lineId,
      says: says,
      thread: thread.map((note) => ({ at: note.at, byName: nameOf(note.by), says: note.says })),
      decision: decision && { at: decision.at, ...decision.decision },
    })),
    accounts: accounts.map((accountId) => besideOf(sources, accountId as AccountId)),
  };
}

function componentsOf(lines: readonly StatementLine[], name: (id: string) => string) {
  const ids = [...new Set(lines.map(({ component }) => component))];
  return ids.map((id) => ({
    component: id,
    name: name(id),
    amount: sumOf(lines.filter(({ component }) => component === id)),
  }));
}

function kindsOf(lines: readonly StatementLine[]) {
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, amount: sumOf(lines.filter((line) => line.kind === kind)) }));
}

/** What the statements of the same fiscal year came to up to this one, this one included. */
function yearToDate(state: PayState, held: HeldStatement) {
  const { statement } = contentOf(held);
  const year = fiscalYear(statement);
  const before = closedOf(state, held.person).filter(
    (one) =>
      one.number !== held.number &&
      one.statement.period.from < statement.period.from &&
      fiscalYear(one.statement) === year,
  );
  const standing = new Map(state.statements.map((one) => [one.number, statusOf(state, one)]));
  return {
    year,
    statements: before.length + 1,
    before: before.map(({ number, statement: { period, total } }) => ({
      number,
      period: period.text,
      status: standing.get(number) ?? "published",
      total,
    })),
    total: before.reduce((sum, one) => sum + BigInt(one.statement.total), 0n) + BigInt(statement.total),
  };
}

const fiscalYear = ({ period, assignment }: Statement): string =>
  `FY${quarterOf(monthOf(period.from), assignment.plan).slice(0, 4)}`;
