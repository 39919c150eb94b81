import {
  type ClosedPeriod,
  type FrozenMeasure,
  type FrozenTerm,
  type Measures,
  partsOfTerm,
  type RatioRestatement,
  type Restatement,
  type RestatementCause,
  ratioRestatement,
  restatementCauseMeanings,
  restatementCauseNames,
  restatementCauses,
} from "@termwise/core/closing";
import { type AccountId, decimalText, perCentText, type Rational } from "@termwise/core/kernel";
import { bridgeSteps, cohortBridgeSteps, policyValues } from "@termwise/core/retention";
import type { ToldChange } from "./fact-words.ts";
import type { Restated } from "./restate.ts";

/** The ratios a restatement is told of. */
const ratioTerms = ["nrr", "grr", "logo-retention"] as const satisfies readonly FrozenTerm[];

const bridgeMeasures: readonly FrozenMeasure[] = ["opening", ...bridgeSteps, "closing"];
const cohortMeasures: readonly FrozenMeasure[] = [
  "cohort_opening",
  ...cohortBridgeSteps.map((step): FrozenMeasure => `cohort_${step}`),
  "cohort_closing",
];

const pp = (of: Rational): string => perCentText(of, 4);
const fraction = ({ n, d }: Rational): string => `${n}/${d}`;
const share = (of: Rational | null): string | null => (of === null ? null : decimalText(of, 6));

/** A restatement as the API tells it: each ratio and each amount, reported, cause by cause, and now. */
export function restatementView(close: ClosedPeriod, { restatement, reason, under, changes }: Restated) {
  const own = close.entry.policy;
  const now = policyValues(under.retention, under.ledger);
  const counts = Object.keys(now).filter((name) => now[name] !== own[name]);
  return {
    reason,
    /** Choices of the definitions that differ. */
    choices: counts.map((name) => ({ name, reported: own[name] ?? null, restated: now[name] ?? null })),
    ratios:
      restatement && ratioTerms.map((term) => ratioView(close, term, ratioRestatement(restatement, term))),
    bridge: restatement && bridgeMeasures.map((measure) => amountView(restatement, measure)),
    cohortBridge: restatement && cohortMeasures.map((measure) => amountView(restatement, measure)),
    causes: restatement?.steps.map(({ cause, accounts, moved }) => ({
      cause,
      name: restatementCauseNames[cause],
      meaning: restatementCauseMeanings[cause],
      accounts: accounts.length,
      facts: changes.get(cause)?.length ?? 0,
      closing: moved.closing ?? 0n,
    })),
  };
}

function ratioView(close: ClosedPeriod, term: FrozenTerm, ratio: RatioRestatement) {
  const { reported, restated, difference, effects } = ratio;
  return {
    term,
    name: close.entry.terms[term]?.name ?? term,
    reported: share(reported),
    restated: share(restated),
    difference: difference && pp(difference),
    exact: {
      reported: reported && fraction(reported),
      restated: restated && fraction(restated),
      difference: difference && fraction(difference),
    },
    causes: effects.map(({ cause, effect, accounts }) => ({
      cause,
      effect: pp(effect),
      exact: fraction(effect),
      accounts: accounts.length,
    })),
  };
}

function amountView({ reported, steps, restated }: Restatement, measure: FrozenMeasure) {
  const [before, after] = [reported[measure] ?? 0n, restated[measure] ?? 0n];
  return {
    measure,
    reported: before,
    restated: after,
    difference: after - before,
    causes: steps.map(({ cause, moved }) => ({ cause, amount: moved[measure] ?? 0n })),
  };
}

/** One account behind one cause: how its amounts moved, its effect on each ratio, and the facts that did it. */
export interface RestatedRow {
  readonly cause: RestatementCause;
  readonly accountId: AccountId;
  readonly name: string;
  readonly moved: Measures;
  readonly effects: readonly { readonly term: string; readonly effect: string; readonly exact: string }[];
  readonly facts: readonly ToldChange[];
}

/** Every account behind every cause, those that move NRR most first within the order of causes. */
export function restatedRows({ restatement, changes }: Restated): RestatedRow[] {
  if (!restatement) return [];
  const effects = new Map<string, { term: string; effect: Rational }[]>();
  for (const term of ratioTerms)
    for (const { cause, accounts } of ratioRestatement(restatement, term).effects)
      for (const { accountId, effect } of accounts) {
        const key = `${cause} ${accountId}`;
        effects.set(key, [...(effects.get(key) ?? []), { term, effect }]);
      }
  return restatement.steps
    .flatMap(({ cause, accounts }) => {
      const facts = factsByAccount(changes.get(cause) ?? []);
      return accounts.map(({ accountId, name, moved }): RestatedRow & { size: bigint } => ({
        cause,
        accountId,
        name,
        moved,
        effects: (effects.get(`${cause} ${accountId}`) ?? []).map(({ term, effect }) => ({
          term,
          effect: pp(effect),
          exact: fraction(effect),
        })),
        facts: whatMoved(facts.get(accountId) ?? []),
        size: magnitude(partsOfTerm("closing-cohort-arr", moved).numerator, moved.closing ?? 0n),
      }));
    })
    .sort((a, b) => order(a, b))
    .map(({ size: _, ...row }) => row);
}

const magnitude = (...of: readonly bigint[]): bigint =>
  of.reduce((sum, amount) => sum + (amount < 0n ? -amount : amount), 0n);

type Sized = RestatedRow & { readonly size: bigint };

function order(a: Sized, b: Sized): number {
  const by = restatementCauses.indexOf(a.cause) - restatementCauses.indexOf(b.cause);
  if (by !== 0) return by;
  if (a.size !== b.size) return a.size > b.size ? -1 : 1;
  return a.accountId < b.accountId ? -1 : 1;
}

/** The facts that moved something, those that moved an amount first; all of them where none did by itself. */
function whatMoved(facts: readonly ToldChange[]): readonly ToldChange[] {
  const of = (moves: ToldChange["moves"]) => facts.filter((fact) => fact.moves === moves);
  const moving = [...of("amount"), ...of("other")];
  return moving.length > 0 ? moving : facts;
}

function factsByAccount(changes: readonly ToldChange[]): Map<AccountId, ToldChange[]> {
  const found = new Map<AccountId, ToldChange[]>();
  for (const change of changes)
    for (const id of change.accountIds) {
      const own = found.get(id) ?? [];
      own.push(change);
      found.set(id, own);
    }
  return found;
}
