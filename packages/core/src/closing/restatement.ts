import type { FactSet } from "../facts/index.ts";
import {
  type AccountId,
  type Currency,
  Failure,
  groupBy,
  type Instant,
  minus,
  type Period,
  type Rational,
  rational,
} from "../kernel/index.ts";
import { type AccountLedger, customers, type LedgerPolicy, movementsOfCustomer } from "../ledger/index.ts";
import { bookOf, type RetentionPolicy, type Slice, windowOf } from "../retention/index.ts";
import { windowMeasures } from "./freeze.ts";
import { type FrozenLine, measuresOfLine } from "./frozen.ts";
import {
  addedUp,
  differenceOf,
  type FrozenTerm,
  frozenValue,
  type Measures,
  partsOfTerm,
} from "./measures.ts";
import type { RestatementCause } from "./names.ts";
import { changedFacts, type FactChange, stagesBetween } from "./stages.ts";

/** How ARR and retention are counted. */
export interface CountingPolicy {
  readonly retention: RetentionPolicy;
  readonly ledger: LedgerPolicy;
}

/** What was reported, and what it is to be held against. */
export interface RestatementQuestion {
  /** Every version of every fact. */
  readonly all: FactSet;
  /** Facts recorded up to this moment were in the close. */
  readonly cut: Instant;
  /** What was known at a later moment; `null`: everything recorded so far. */
  readonly asOf: Instant | null;
  readonly period: Period;
  readonly slice: Slice;
  readonly currency: Currency;
  readonly reportedUnder: CountingPolicy;
  readonly restatedUnder: CountingPolicy;
  /** What was reported of each account, as it was frozen. */
  readonly lines: readonly FrozenLine[];
}

/** What one account did to a cause. */
export interface RestatedAccount {
  readonly accountId: AccountId;
  readonly name: string;
  /** How its measures moved; they add up over accounts to those of the cause. */
  readonly moved: Measures;
}

/** One cause: how it moved the measures, by account, and the facts that did it. */
export interface RestatementStep {
  readonly cause: RestatementCause;
  readonly moved: Measures;
  /** The measures of the whole slice once the cause is in. */
  readonly after: Measures;
  readonly accounts: readonly RestatedAccount[];
  /** What changed in the facts; for a changed definition nothing. */
  readonly facts: readonly FactChange[];
}

/** From what was reported to what is told now: `reported` + every step = `restated`, measure by measure, exactly. */
export interface Restatement {
  readonly reported: Measures;
  readonly steps: readonly RestatementStep[];
  readonly restated: Measures;
}

type Standing = ReadonlyMap<string, { readonly name: string; readonly measures: Measures }>;

interface Kept {
  readonly lines: FactSet["lines"];
  readonly ledger: AccountLedger;
}

/** Customers' movements, those of the state before where nothing of theirs changed. */
class Ledgers {
  #policy: LedgerPolicy | null = null;
  #held = new Map<AccountId, Kept>();

  of(facts: FactSet, policy: LedgerPolicy): AccountLedger[] {
    const { ofLine } = customers(facts, policy);
    const before = this.#policy === policy ? this.#held : new Map<AccountId, Kept>();
    const now = new Map<AccountId, Kept>();
    const groups = groupBy(facts.lines, ofLine);
    for (const accountId of [...groups.keys()].sort()) {
      const lines = groups.get(accountId) ?? [];
      const held = before.get(accountId);
      const same = held?.lines.length === lines.length && held.lines.every((line, i) => line === lines[i]);
      const kept = held && same ? held : { lines, ledger: movementsOfCustomer(accountId, lines, policy) };
      now.set(accountId, kept);
    }
    this.#policy = policy;
    this.#held = now;
    return [...now.values()].map(({ ledger }) => ledger);
  }
}

/**
 * Takes the difference between what was reported and what is told now apart, cause by cause: a telescoping sequence of
 * recomputations, each over the facts of the one before and those of its own cause. Throws `rate_missing` when what is
 * known now cannot be converted: then there is nothing to hold what was reported against.
 */
export function restatementOf(asked: RestatementQuestion): Restatement {
  const { period, slice, currency, reportedUnder, restatedUnder } = asked;
  const ledgers = new Ledgers();
  const standingUnder = (facts: FactSet, policy: CountingPolicy): Standing => {
    const book = bookOf(facts, ledgers.of(facts, policy.ledger), policy.ledger, currency);
    return windowMeasures(windowOf(book, period, policy.retention, slice));
  };
  const reported: Standing = new Map(
    asked.lines.map((line) => [line.accountId, { name: line.name, measures: measuresOfLine(line) }]),
  );
  const steps: RestatementStep[] = [];
  const stages = stagesBetween(asked.all, asked.cut, asked.asOf);
  const names = namesIn(stages.at(-1)?.facts);
  let [standing, facts] = [reported, null as FactSet | null];
  const step = (cause: RestatementCause, next: Standing, changed: readonly FactChange[]) => {
    steps.push({ cause, ...movedBetween(standing, next, names), after: sumOf(next), facts: changed });
    standing = next;
  };
  for (const stage of stages) {
    const changed = facts === null ? [] : changedFacts(facts, stage.facts);
    const same = facts !== null && changed.length === 0;
    step(stage.cause, same ? standing : standingUnder(stage.facts, reportedUnder), changed);
    facts = stage.facts;
  }
  if (facts === null) throw new Failure("not_found", "There are no facts to restate from");
  const counted = JSON.stringify(reportedUnder) === JSON.stringify(restatedUnder);
  step("definition", counted ? standing : standingUnder(facts, restatedUnder), []);
  return { reported: sumOf(reported), steps, restated: sumOf(standing) };
}

const sumOf = (standing: Standing): Measures =>
  addedUp([...standing.values()].map(({ measures }) => measures));

/** What accounts are called in the end: one that became known after the close has no name before its attributes are in. */
function namesIn(facts: FactSet | undefined): ReadonlyMap<string, string> {
  const named = (facts?.attributes ?? []).filter(({ attribute }) => attribute === "name");
  const inOrder = named.sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : 1));
  return new Map(inOrder.flatMap(({ accountId, value }) => (value === null ? [] : [[accountId, value]])));
}

function movedBetween(
  before: Standing,
  after: Standing,
  names: ReadonlyMap<string, string>,
): Pick<RestatementStep, "moved" | "accounts"> {
  if (before === after) return { moved: {}, accounts: [] };
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  const accounts = ids.flatMap((accountId): RestatedAccount[] => {
    const [then, now] = [before.get(accountId), after.get(accountId)];
    const moved = differenceOf(now?.measures ?? {}, then?.measures ?? {});
    if (Object.keys(moved).length === 0) return [];
    const known = [now?.name, then?.name].find((name) => name !== undefined && name !== accountId);
    const name = known ?? names.get(accountId) ?? accountId;
    return [{ accountId: accountId as AccountId, name, moved }];
  });
  return { moved: addedUp(accounts.map(({ moved }) => moved)), accounts };
}

/** What one cause did to a ratio, and what each account did to that: exact fractions of 1 that add up. */
export interface RatioEffect {
  readonly cause: RestatementCause;
  readonly effect: Rational;
  readonly accounts: readonly { readonly accountId: AccountId; readonly effect: Rational }[];
}

/** A ratio from what was reported to what is told now; `null` ends are unknown, and then no effects are told. */
export interface RatioRestatement {
  readonly reported: Rational | null;
  readonly restated: Rational | null;
  readonly difference: Rational | null;
  readonly effects: readonly RatioEffect[];
}

/**
 * A ratio of a restatement, cause by cause and account by account: an account whose parts moved by dN and dD has the
 * effect (dN x D - N x dD) / (D x D'), where N / D is the ratio before the cause and D' its base after. Accounts add up to
 * their cause and causes to the difference, exactly. Where a cause leaves the ratio without a base, what it did is told
 * with the next one that gives it back.
 */
export function ratioRestatement(restatement: Restatement, term: FrozenTerm): RatioRestatement {
  const [reported, restated] = [restatement.reported, restatement.restated].map((of) =>
    frozenValue(term, of),
  ) as [Rational | null, Rational | null];
  if (reported === null || restated === null) return { reported, restated, difference: null, effects: [] };
  const effects: RatioEffect[] = [];
  let base = restatement.reported;
  let moved = new Map<AccountId, Measures>();
  for (const { cause, after, accounts } of restatement.steps) {
    for (const account of accounts)
      moved.set(account.accountId, addedUp([moved.get(account.accountId) ?? {}, account.moved]));
    const [before, next] = [partsOfTerm(term, base), partsOfTerm(term, after)];
    const [d, later] = [before.denominator ?? 1n, next.denominator ?? 1n];
    if (later === 0n) {
      effects.push({ cause, effect: rational(0n), accounts: [] });
      continue;
    }
    const own = [...moved].flatMap(([accountId, of]) => {
      const parts = partsOfTerm(term, of);
      const numerator = parts.numerator * d - before.numerator * (parts.denominator ?? 0n);
      return numerator === 0n ? [] : [{ accountId, effect: rational(numerator, d * later) }];
    });
    const effect = rational(next.numerator * d - before.numerator * later, d * later);
    effects.push({ cause, effect, accounts: own });
    base = after;
    moved = new Map();
  }
  return { reported, restated, difference: minus(restated, reported), effects };
}
