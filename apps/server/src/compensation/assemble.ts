import {
  type Achievement,
  type BookAccountMeasure,
  type CommissionComponent,
  creditsOf,
  type Deal,
  maturedDeal,
  measuredAccounts,
  type PlanAssignment,
  type RenewedAccount,
  StatementInputs,
  statementPeriod,
} from "@termwise/core/compensation";
import { definitionOn } from "@termwise/core/governance";
import {
  type AccountId,
  addDays,
  addMonths,
  type Currency,
  type Day,
  Failure,
  type Instant,
  lastDay,
  monthOf,
  type Period,
  parsePeriod,
  quarterOf,
  shiftMonth,
} from "@termwise/core/kernel";
import { heldFor } from "@termwise/core/people";
import { isTermId, termById } from "@termwise/core/registry";
import type { Book, RetentionPolicy } from "@termwise/core/retention";
import { policyOn, proposalsIn } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { ledgerDeals } from "./deals.ts";
import { assignmentOf, closedOf, contentOf, type PayState } from "./pay-state.ts";

/** What statements of a moment are made from, beside what is on record about pay. */
export interface PaySources {
  readonly books: Books;
  readonly now: Instant;
  readonly today: Day;
  readonly state: PayState;
}

/** What statements of one plan and period are made from: the book of its currency, and every deal as it now stands. */
interface Standing {
  readonly book: Book;
  readonly policy: RetentionPolicy;
  readonly deals: readonly Deal[];
}

const kept = new WeakMap<PayState, Map<string, Standing>>();

/** Every deal as it now stands, in a currency. */
export function dealsNow(sources: PaySources, currency: Currency): readonly Deal[] {
  return standingOf(sources, currency, sources.today).deals;
}

function standingOf({ books, now, today, state }: PaySources, currency: Currency, on: Day): Standing {
  const held = kept.get(state) ?? new Map<string, Standing>();
  kept.set(state, held);
  const agreed = policyOn(books.known.now, on);
  const key = `${currency} ${JSON.stringify(agreed)}`;
  const known = held.get(key);
  if (known) return known;
  const book = books.book({ asOf: null, policy: agreed.ledger, currency });
  const made = {
    book,
    policy: agreed.retention,
    deals: asRecorded(state, ledgerDeals(books, { now, today, book })),
  };
  held.set(key, made);
  return made;
}

/**
 * Deals as statements see them. Who is credited with a deal that a closed statement speaks of stays as it was there: an
 * edit of whose account it is moves no pay, a split on record does. A deal a closed statement speaks of that the ledger
 * tells no more is withdrawn, never left out.
 */
function asRecorded(state: PayState, told: readonly Deal[]): Deal[] {
  const frozen = new Map<string, Deal>();
  for (const statement of state.statements.filter(({ closed }) => closed))
    for (const deal of contentOf(statement).inputs.deals) frozen.set(deal.dealId, deal);
  const splits = new Map(state.of("split").map((one) => [one.dealId, one.split]));
  const steps = state.of("gate");
  const known = new Set(told.map(({ dealId }) => dealId));
  const gone = [...frozen.values()].filter(({ dealId }) => !known.has(dealId));
  return [...told, ...gone.map((deal) => ({ ...deal, withdrawn: true }))].map((deal) => {
    const was = frozen.get(deal.dealId);
    const people = was && {
      source: was.source,
      owner: was.owner,
      closer: was.closer,
      takenOver: was.takenOver,
    };
    const own = steps.filter(({ dealId }) => dealId === deal.dealId);
    const dayOf = (what: (typeof own)[number]["what"]) => own.findLast((one) => one.what === what);
    const gates = new Map(deal.gates.map((gate) => [gate.gate, gate]));
    for (const { what, on } of own)
      if (what !== "invoiced" && what !== "paid") gates.set(what, { gate: what, passedOn: on });
    return {
      ...deal,
      ...people,
      invoicedOn: dayOf("invoiced")?.on ?? deal.invoicedOn,
      paidOn: dayOf("paid")?.on ?? deal.paidOn,
      gates: [...gates.values()],
      split: splits.get(deal.dealId) ?? was?.split ?? deal.split,
    };
  });
}

/** The assignments of people that hold in a period of their own plan, which the text names. */
export function assignedIn(state: PayState, text: string): PlanAssignment[] {
  return state.assignments.flatMap(({ assigned }) => {
    const assignment = assignmentOf(state, assigned);
    let period: Period;
    try {
      period = statementPeriod(assignment.plan, text);
    } catch (error) {
      if (error instanceof Failure) return [];
      throw error;
    }
    return assignment.from <= period.to && (assignment.to ?? lastDay) >= period.from ? [assignment] : [];
  });
}

/** The inputs of a statement as they are now, with the numbers and hashes of the earlier statements among them. */
export function inputsOf(sources: PaySources, assignment: PlanAssignment, text: string) {
  const { state, books } = sources;
  const { person } = assignment;
  const period = statementPeriod(assignment.plan, text);
  const earlier = closedOf(state, person).filter(({ statement }) => statement.period.to < period.from);
  const standing = standingOf(sources, assignment.plan.currency, period.to);
  const before = new Set(
    earlier.flatMap(({ statement }) => statement.lines.flatMap(({ dealId }) => dealId ?? [])),
  );
  const deals = standing.deals.filter((deal) => before.has(deal.dealId) || isOf(deal, person));
  const accounts = new Set(deals.map(({ account }) => account));
  const question = {
    sources,
    assignment,
    period,
    standing,
    deals,
    earlier: earlier.map((one) => one.inputs),
  };
  const inputs = StatementInputs.parse({
    person,
    period: text,
    assignment,
    deals,
    losses: state
      .of("loss")
      .map(({ loss }) => loss)
      .filter(({ account }, at, all) => accounts.has(account) && isLast(all, at)),
    exclusions: exclusionsOf(state, person),
    matured: maturedOf(question),
    books: booksOf(question),
    renewals: renewalsOf(question),
    achievements: achievementsOf(state, person),
    decisions: state.of("decision").flatMap((one) => (one.person === person ? [one.decision] : [])),
    definitions: versionsOf(books, period.to),
    earlier: earlier.map(({ statement }) => statement),
  });
  return { inputs, earlier: earlier.map(({ number, hash }) => ({ number, hash })) };
}

const isLast = (all: readonly { lossId: string }[], at: number): boolean =>
  all.findLastIndex(({ lossId }) => lossId === all[at]?.lossId) === at;

function isOf(deal: Deal, person: string): boolean {
  const names = [deal.source?.name, deal.owner?.name, deal.closer?.name, deal.takenOver?.from];
  return names.includes(person) || deal.split.some((share) => share.person === person);
}

function exclusionsOf(state: PayState, person: string) {
  const all = state.of("exclusion").filter((one) => one.person === null || one.person === person);
  const keyOf = ({ exclusion }: (typeof all)[number]) => `${exclusion.dealId} ${exclusion.account}`;
  const last = new Map(all.map((one) => [keyOf(one), one]));
  return [...last.values()].flatMap(({ withdrawn, exclusion }) => (withdrawn ? [] : [exclusion]));
}

function achievementsOf(state: PayState, person: string): Record<string, Achievement[]> {
  const found: Record<string, Achievement[]> = {};
  for (const one of state.of("achievement").filter((told) => told.person === person)) {
    const { component, objective } = one.achievement;
    const others = (found[one.period] ?? []).filter(
      (other) => other.component !== component || other.objective !== objective,
    );
    found[one.period] = [...others, one.achievement];
  }
  return found;
}

const ofPay = [
  "nrr",
  "grr",
  "logo-retention",
  "nrr-comp-plan",
  "clawback",
  "retention-bonus",
  "quota-attainment",
  "expansion-quota",
];

function versionsOf(books: Books, on: Day): Record<string, number> {
  const proposals = proposalsIn(books.known.now);
  return Object.fromEntries(
    ofPay.filter(isTermId).map((id) => [id, definitionOn(termById(id), proposals, on).version]),
  );
}

interface Measuring {
  readonly sources: PaySources;
  readonly assignment: PlanAssignment;
  readonly period: Period;
  readonly standing: Standing;
  readonly deals: readonly Deal[];
  /** The inputs of the person's closed statements. */
  readonly earlier: readonly StatementInputs[];
}

/** Deals whose months are over by the end of the period, each measured by the one NRR function. */
function maturedOf({ assignment, period, standing, deals, earlier, sources }: Measuring) {
  const plans = [...earlier.map((one) => one.assignment.plan), assignment.plan];
  const rules = plans.flatMap((plan) =>
    plan.components.flatMap((component) =>
      component.kind === "commission" && component.retention ? [{ plan, component }] : [],
    ),
  );
  const found = new Map<string, ReturnType<typeof maturedDeal>>();
  const known = new Set(customerRecords(sources.books).records.keys());
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
function booksOf({ sources, assignment, period, standing, earlier }: Measuring) {
  const books: Record<string, BookAccountMeasure[]> = {};
  const { book, policy } = standing;
  for (const inputs of earlier)
    for (const [text, was] of Object.entries(inputs.books)) {
      const now = measuredIn(book, parsePeriod(text, inputs.assignment.plan), policy);
      books[text] = was.map((one) => ({ ...one, ...amountsOf(now.get(one.account)) }));
    }
  if (!assignment.plan.components.some(({ kind }) => kind === "book_nrr")) return books;
  const now = measuredIn(book, period, policy);
  books[period.text] = [...customerRecords(sources.books).records.values()].flatMap((record) => {
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

const measuredIn = (book: Book, period: Pick<Period, "from" | "to">, policy: RetentionPolicy) =>
  new Map(measuredAccounts(book, period, policy).map((one) => [one.account, one]));

const amountsOf = (one: { opening: bigint; closing: bigint } | undefined) => ({
  opening: String(one?.opening ?? 0n),
  closing: String(one?.closing ?? 0n),
});

/** The accounts closed some quarters before the period, and what they hold at its end; those of closed periods as they were. */
function renewalsOf({ assignment, period, standing, deals, earlier }: Measuring) {
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
        : measuredIn(standing.book, { from, to: period.to }, standing.policy).get(deal.account);
    return {
      account: deal.account,
      first: deal.amount,
      renewed: now && now.closing > 0n ? String(now.closing) : null,
    };
  });
  return renewals;
}

const within = (on: Day | null, { from, to }: Period): boolean => on !== null && from <= on && on <= to;
