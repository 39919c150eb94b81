import {
  type BookAccountMeasure,
  type CommissionComponent,
  creditsOf,
  type Deal,
  type MeasuredAccount,
  maturedDeal,
  measuredAccounts,
  type PlanAssignment,
  type RenewedAccount,
  type StatementInputs,
} from "@termwise/core/compensation";
import {
  type AccountId,
  addDays,
  addMonths,
  type Day,
  lastDay,
  monthOf,
  type Period,
  parsePeriod,
  quarterOf,
  shiftMonth,
} from "@termwise/core/kernel";
import { type CustomerRecord, heldFor } from "@termwise/core/people";
import type { Book, RetentionPolicy } from "@termwise/core/retention";

/** What statements of one plan and period are made from: the book of its currency, and every deal as it now stands. */
export interface Standing {
  readonly book: Book;
  readonly policy: RetentionPolicy;
  readonly deals: readonly Deal[];
}

/** What measures of a statement are taken of. */
export interface Measuring {
  readonly records: ReadonlyMap<string, CustomerRecord>;
  readonly assignment: PlanAssignment;
  readonly period: Period;
  readonly standing: Standing;
  readonly deals: readonly Deal[];
  /** The inputs of the person's closed statements. */
  readonly earlier: readonly StatementInputs[];
}

/** Deals whose months are over by the end of the period, each measured by the one NRR function. */
export function maturedOf({ assignment, period, standing, deals, earlier, records }: Measuring) {
  const plans = [...earlier.map((one) => one.assignment.plan), assignment.plan];
  const rules = plans.flatMap((plan) =>
    plan.components.flatMap((component) =>
      component.kind === "commission" && component.retention ? [{ plan, component }] : [],
    ),
  );
  const found = new Map<string, ReturnType<typeof maturedDeal>>();
  const known = new Set(records.keys());
  for (const { plan, component } of rules)
    for (const credit of creditsFor(deals, { plan, component, person: assignment.person, on: period.to })) {
      const { deal, creditedOn } = credit;
      const months = component.retention?.months ?? 12;
      const account = deal.account as AccountId;
      if (creditedOn === null || found.has(deal.dealId) || !known.has(account)) continue;
      const asked = {
        dealId: deal.dealId,
        account,
        amount: BigInt(deal.amount),
        creditedOn,
        effectiveOn: deal.effectiveOn ?? creditedOn,
      };
      const began = asked.effectiveOn > creditedOn ? asked.effectiveOn : creditedOn;
      if (addMonths(began, months) > period.to) continue;
      found.set(deal.dealId, maturedDeal(standing.book, asked, months, standing.policy));
    }
  return [...found.values()];
}

interface CreditsFor {
  readonly plan: PlanAssignment["plan"];
  readonly component: CommissionComponent;
  readonly person: string;
  readonly on: Day;
}

function creditsFor(deals: readonly Deal[], { plan, component, person, on }: CreditsFor) {
  const { team, currency } = plan;
  const asked = { rule: component.credit, team, currency, exclusions: [], on };
  return creditsOf(
    deals.filter((deal) => !deal.withdrawn),
    asked,
  ).filter((one) => one.person === person);
}

const ofTeam = { sales: ["ae"], customer_success: ["csm", "am"] } as const;

/** The book of the period, and those of closed ones as they were held then, measured by what is known now. */
export function booksOf({ records, assignment, period, standing, earlier }: Measuring) {
  const books: Record<string, BookAccountMeasure[]> = {};
  const { book, policy } = standing;
  for (const inputs of earlier)
    for (const [text, was] of Object.entries(inputs.books)) {
      const now = measuredIn(book, parsePeriod(text, inputs.assignment.plan), policy);
      books[text] = was.map((one) => ({ ...one, ...amountsOf(now.get(one.account)) }));
    }
  if (!assignment.plan.components.some(({ kind }) => kind === "book_nrr")) return books;
  const now = measuredIn(book, period, policy);
  books[period.text] = [...records.values()].flatMap((record) => {
    const measured = now.get(record.accountId);
    if (!measured) return [];
    const spans = ofTeam[assignment.plan.team]
      .flatMap((role) => heldFor(record, role))
      .filter(
        ({ value, from, until }) =>
          value === assignment.person && (from ?? "") <= period.to && (until ?? lastDay) > period.from,
      )
      .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1));
    const [first] = spans;
    const last = spans.at(-1);
    if (!first || !last) return [];
    return [
      {
        account: record.accountId,
        ...amountsOf(measured),
        kept: null,
        heldFrom: first.from,
        heldUntil: last.until,
      },
    ];
  });
  return books;
}

const measures = new WeakMap<Book, Map<string, ReadonlyMap<string, MeasuredAccount>>>();

/** The accounts of a book in a period by their ids, measured once for everybody who is paid by them. */
function measuredIn(book: Book, { from, to }: Pick<Period, "from" | "to">, policy: RetentionPolicy) {
  const own = measures.get(book) ?? new Map<string, ReadonlyMap<string, MeasuredAccount>>();
  measures.set(book, own);
  const key = `${from} ${to} ${JSON.stringify(policy)}`;
  const known =
    own.get(key) ?? new Map(measuredAccounts(book, { from, to }, policy).map((one) => [one.account, one]));
  own.set(key, known);
  return known;
}

const amountsOf = (one: { opening: bigint; closing: bigint } | undefined) => ({
  opening: String(one?.opening ?? 0n),
  closing: String(one?.closing ?? 0n),
});

/** The accounts closed some quarters before the period, and what they hold at its end; those of closed periods as they were. */
export function renewalsOf({ assignment, period, standing, deals, earlier }: Measuring) {
  const renewals: Record<string, RenewedAccount[]> = {};
  for (const inputs of earlier) Object.assign(renewals, inputs.renewals);
  const bonus = assignment.plan.components.find(({ kind }) => kind === "retention_bonus");
  if (bonus?.kind !== "retention_bonus" || assignment.plan.period === "year") return renewals;
  const { plan, person } = assignment;
  const back = shiftMonth(monthOf(period.from), -3 * bonus.quartersBack);
  const then = parsePeriod(quarterOf(back, plan), plan);
  const own = deals.filter(
    (deal) =>
      deal.kind === "new" && !deal.withdrawn && deal.closer?.name === person && within(deal.signedOn, then),
  );
  renewals[period.text] = own.map((deal) => {
    const from = addDays(deal.effectiveOn ?? then.to, 1);
    const now =
      from > period.to
        ? undefined
        : measuredAccounts(
            ofAccount(standing.book, deal.account),
            { from, to: period.to },
            standing.policy,
          )[0];
    return {
      account: deal.account,
      first: deal.amount,
      renewed: now && now.closing > 0n ? String(now.closing) : null,
    };
  });
  return renewals;
}

const ofAccount = (book: Book, account: string): Book => ({
  ...book,
  accounts: book.accounts.filter(({ accountId }) => accountId === account),
});

const within = (on: Day | null, { from, to }: Period): boolean => on !== null && from <= on && on <= to;
