import {
  type Achievement,
  type Deal,
  type PlanAssignment,
  StatementInputs,
  statementPeriod,
} from "@termwise/core/compensation";
import { definitionOn } from "@termwise/core/governance";
import {
  addMonths,
  type Currency,
  type Day,
  Failure,
  type Instant,
  lastDay,
  type Period,
} from "@termwise/core/kernel";
import { isTermId, termById } from "@termwise/core/registry";
import { policyOn, proposalsIn } from "../definitions/agreed.ts";
import type { Books } from "../derive/books.ts";
import { customerRecords } from "../derive/customer-records.ts";
import { type DealQuestion, ledgerDeals } from "./deals.ts";
import { booksOf, maturedOf, renewalsOf, type Standing } from "./measures.ts";
import { assignmentOf, closedOf, type PayState } from "./pay-state.ts";
import { contentOf } from "./statement-content.ts";

/** What statements of a moment are made from, beside what is on record about pay. */
export interface PaySources {
  readonly books: Books;
  readonly now: Instant;
  readonly today: Day;
  readonly state: PayState;
}

const kept = new WeakMap<PayState, Map<string, Standing>>();

/** Every deal as it now stands, in a currency. */
export function dealsNow(sources: PaySources, currency: Currency): readonly Deal[] {
  return standingOf(sources, currency, sources.today).deals;
}

const told = new WeakMap<Books, Map<string, readonly Deal[]>>();

/** The deals the ledger tells of on a day, read once for one state of the books. */
function toldBy(books: Books, key: string, asked: DealQuestion): readonly Deal[] {
  const held = told.get(books) ?? new Map<string, readonly Deal[]>();
  told.set(books, held);
  const deals = held.get(`${asked.today} ${key}`) ?? ledgerDeals(books, asked);
  held.set(`${asked.today} ${key}`, deals);
  return deals;
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
    deals: asRecorded(state, toldBy(books, key, { now, today, book })),
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
  const matters = mattering([...earlier.map(({ inputs }) => inputs.assignment), assignment], period);
  const deals = standing.deals.filter(
    (deal) => before.has(deal.dealId) || (matters(deal) && isOf(deal, person)),
  );
  const accounts = new Set(deals.map(({ account }) => account));
  const question = {
    records: customerRecords(books).records,
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

/**
 * Whether a deal can matter to statements by some plans up to a period: of a kind one of them counts, and neither signed
 * after it nor before the first of them held and everything that it looks back at.
 */
function mattering(assignments: readonly PlanAssignment[], period: Period): (deal: Deal) => boolean {
  const parts = assignments.flatMap(({ plan }) => plan.components);
  const kinds = new Set(parts.flatMap((part) => ("credit" in part ? part.credit.counts : [])));
  const back = parts.map((part) => (part.kind === "retention_bonus" ? part.quartersBack : 0));
  if (Math.max(...back) > 0) kinds.add("new");
  const first = assignments.map(({ from }) => from).sort()[0] ?? period.from;
  const from = addMonths(first, -3 * (Math.max(...back) + 1));
  return ({ kind, signedOn, effectiveOn }) =>
    kinds.has(kind) && (signedOn ?? period.to) <= period.to && (effectiveOn ?? lastDay) >= from;
}

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
