import { eligibleAccounts, reconciliationOf, statementPeriod } from "@termwise/core/compensation";
import { type AccountId, addDays, addMonths, type Day } from "@termwise/core/kernel";
import { policyOn } from "../definitions/agreed.ts";
import { accountNames } from "./account-names.ts";
import { inputsOf, type PaySources } from "./assemble.ts";
import { assignedFor, frozenInputs } from "./drafts.ts";
import { contentOf } from "./statement-content.ts";

/**
 * Board-NRR led to the pay-NRR of a person. For a book it is that of the period; for a cohort that of the twelve months up
 * to the period's end, each deal measured from its credit date. Both come from one book of ARR by one NRR function.
 */
export function payReconciliation(
  sources: PaySources,
  { person, period }: { person: string; period: string },
) {
  const { state, books } = sources;
  const held = state.statements.find((one) => one.person === person && one.period === period);
  const assignment = held ? contentOf(held).statement.assignment : assignedFor(state, person, period);
  const inputs = held ? frozenInputs(state, contentOf(held)) : inputsOf(sources, assignment, period).inputs;
  const span = statementPeriod(assignment.plan, period);
  const agreed = policyOn(books.known.now, span.to);
  const book = books.book({ asOf: null, policy: agreed.ledger, currency: assignment.plan.currency });
  const byBook = assignment.plan.components.find(({ kind }) => kind === "book_nrr");
  const names = accountNames(books);
  const told = byBook?.kind === "book_nrr" ? inputs.books[period] : undefined;
  const matured = new Map(inputs.matured.map((one) => [one.account, one]));
  const days = told ? span : { ...span, from: addDays(addMonths(span.to, -12), 1) };
  const counted =
    told && byBook?.kind === "book_nrr"
      ? eligibleAccounts(told, byBook.eligibility, span, inputs.exclusions)
      : [...matured.values()].map(({ account }) => ({ account, counts: true, why: null }));
  const creditedOn = new Map<string, Day>(
    told ? [] : [...matured.values()].map(({ account, measuredOn }) => [account, addMonths(measuredOn, -12)]),
  );
  const made = reconciliationOf(book, days, agreed.retention, {
    policy: agreed.retention,
    cohort: new Set(counted.map(({ account }) => account)),
    creditedOn,
    months: 12,
    eligible: new Set(counted.filter(({ counts }) => counts).map(({ account }) => account)),
  });
  return {
    person,
    period: span,
    days: { from: days.from, to: days.to },
    of: told ? ("book" as const) : ("cohort" as const),
    plan: { id: assignment.plan.id, version: assignment.plan.version, name: assignment.plan.name },
    currency: book.currency,
    policy: agreed.retention,
    ...made,
    steps: made.steps.map((step) => ({
      ...step,
      accounts: step.accounts.map((one) => ({
        ...one,
        accountId: one.account as AccountId,
        account: names.nameOf(one.account),
        why: counted.find(({ account }) => account === one.account)?.why ?? null,
      })),
    })),
  };
}
