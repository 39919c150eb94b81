import {
  type Day,
  type Known,
  known,
  minus,
  notKnown,
  type Period,
  plus,
  type Rational,
  rational,
  zero,
} from "../kernel/index.ts";
import type { Book, RetentionPolicy } from "../retention/index.ts";
import { type MeasuredAccount, measuredAccounts, measuredFrom } from "./measured.ts";

/** What board-NRR and pay-NRR can differ by, in the order in which one is led to the other. */
export const nrrDifferences = ["policy", "cohort", "credit_date", "eligibility"] as const;
/** One thing that board-NRR and pay-NRR differ by. */
export type NrrDifference = (typeof nrrDifferences)[number];

/** The accounts that an NRR is made of after one more difference was taken over. */
export interface NrrStage {
  readonly difference: NrrDifference;
  readonly accounts: readonly MeasuredAccount[];
}

/** What one difference does to an account, and how far that moves the NRR. The effects of accounts add up to the step. */
export interface AccountEffect {
  readonly account: string;
  readonly before: Pick<MeasuredAccount, "opening" | "closing"> | null;
  readonly after: Pick<MeasuredAccount, "opening" | "closing"> | null;
  readonly effect: Rational;
}

/** Board-NRR led to pay-NRR: board + the effects of the steps = pay, exactly. */
export interface NrrReconciliation {
  readonly board: Known<Rational>;
  readonly pay: Known<Rational>;
  readonly difference: Known<Rational>;
  readonly steps: readonly {
    readonly difference: NrrDifference;
    readonly before: Rational;
    readonly after: Rational;
    readonly effect: Rational;
    readonly accounts: readonly AccountEffect[];
  }[];
}

const openingOf = (accounts: readonly MeasuredAccount[]) =>
  accounts.reduce((sum, { opening }) => sum + opening, 0n);
const nrrOf = (accounts: readonly MeasuredAccount[]): Rational | null => {
  const opening = openingOf(accounts);
  return opening === 0n
    ? null
    : rational(
        accounts.reduce((sum, { closing }) => sum + closing, 0n),
        opening,
      );
};

/**
 * Leads board-NRR to pay-NRR through stages, each with the accounts it is made of. Every account's effect is exact: what it
 * moves the NRR away from 100 % by, after less before. Where a stage has no ARR at the opening nothing can be led through
 * it, and the reason says which.
 */
export function reconcileNrr(
  board: readonly MeasuredAccount[],
  stages: readonly NrrStage[],
): NrrReconciliation {
  const first = nrrOf(board);
  const unknown = (name: string) => notKnown(`There is no ARR at the opening of ${name}.`);
  const boardNrr = first === null ? unknown("the board's accounts") : known(first);
  const empty = stages.find(({ accounts }) => nrrOf(accounts) === null);
  const last = nrrOf(stages.at(-1)?.accounts ?? board);
  const pay = last === null ? unknown("the accounts that pay counts") : known(last);
  if (first === null || last === null || empty) {
    const why = empty ? `the accounts after ${empty.difference}` : "the board's accounts";
    return { board: boardNrr, pay, difference: unknown(why), steps: [] };
  }
  let before = board;
  const steps = stages.map(({ difference, accounts }) => {
    const step = stepOf(difference, before, accounts);
    before = accounts;
    return step;
  });
  return { board: boardNrr, pay, difference: known(minus(last, first)), steps };
}

function stepOf(
  difference: NrrDifference,
  before: readonly MeasuredAccount[],
  after: readonly MeasuredAccount[],
) {
  const [openingBefore, openingAfter] = [openingOf(before), openingOf(after)];
  const [was, is] = [before, after].map(
    (accounts) => new Map(accounts.map((account) => [account.account, account])),
  );
  const names = [...new Set([...before, ...after].map(({ account }) => account))].sort();
  const moved = (one: MeasuredAccount | undefined, opening: bigint) =>
    one ? rational(one.closing - one.opening, opening) : zero;
  const accounts = names
    .map((account): AccountEffect => {
      const [b, a] = [was?.get(account), is?.get(account)];
      return {
        account,
        before: b ? { opening: b.opening, closing: b.closing } : null,
        after: a ? { opening: a.opening, closing: a.closing } : null,
        effect: minus(moved(a, openingAfter), moved(b, openingBefore)),
      };
    })
    .filter(({ effect, before: b, after: a }) => effect.n !== 0n || !sameAmounts(b, a));
  const effect = accounts.reduce((sum, one) => plus(sum, one.effect), zero);
  return {
    difference,
    before: nrrOf(before) ?? zero,
    after: nrrOf(after) ?? zero,
    effect,
    accounts,
  };
}

const sameAmounts = (a: AccountEffect["before"], b: AccountEffect["after"]): boolean =>
  a?.opening === b?.opening && a?.closing === b?.closing;

/** What pay counts otherwise than the board does. */
export interface PayCounting {
  readonly policy: RetentionPolicy;
  /** The accounts of the person or the team: their cohort, or their book. */
  readonly cohort: ReadonlySet<string>;
  /** Accounts measured from a credit date of their own, instead of over the period. */
  readonly creditedOn: ReadonlyMap<string, Day>;
  readonly months: number;
  /** Accounts that count. */
  readonly eligible: ReadonlySet<string>;
}

/** Board-NRR and pay-NRR of a period from one book of ARR, with what they differ by and through which accounts. */
export function reconciliationOf(
  book: Book,
  period: Period,
  boardPolicy: RetentionPolicy,
  pay: PayCounting,
): NrrReconciliation {
  const policy = measuredAccounts(book, period, pay.policy);
  const cohort = policy.filter(({ account }) => pay.cohort.has(account));
  const apart = [...pay.creditedOn]
    .filter(([account]) => pay.cohort.has(account))
    .map(([account, on]) => measuredFrom(book, account, on, pay.months, pay.policy));
  const dated = [...cohort.filter(({ account }) => !pay.creditedOn.has(account)), ...apart];
  return reconcileNrr(measuredAccounts(book, period, boardPolicy), [
    { difference: "policy", accounts: policy },
    { difference: "cohort", accounts: cohort },
    { difference: "credit_date", accounts: dated },
    { difference: "eligibility", accounts: dated.filter(({ account }) => pay.eligible.has(account)) },
  ]);
}
