import { type AccountId, minus, type Rational, rational, zero } from "../kernel/index.ts";
import { type MetricTotal, metricTotal } from "./figure.ts";
import { type Metric, type MetricTerm, metrics } from "./metrics.ts";
import type { Window } from "./window.ts";

/** What one account adds to a metric's two sums; the denominator is 0 for metrics that are not ratios. */
export interface Sums {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** One account counted two ways, and its part of the difference of the two figures. */
export interface AccountDifference {
  readonly accountId: AccountId;
  readonly name: string;
  readonly a: Sums;
  readonly b: Sums;
  /** A share of one for ratios, minor units for amounts; `null` where the ratio has no base on one side. */
  readonly effect: Rational | null;
}

/** A metric of one period counted two ways, and the accounts whose counting makes the difference. */
export interface Difference {
  readonly a: MetricTotal;
  readonly b: MetricTotal;
  /** B less A: a share of one for ratios, minor units for amounts; `null` where a ratio has no base on one side. */
  readonly difference: Rational | null;
  /** Accounts that count otherwise, the largest effect first. Their effects add up to the difference exactly. */
  readonly accounts: readonly AccountDifference[];
}

const none: Sums = { numerator: 0n, denominator: 0n };

/** What each customer adds, customers of one window gathered under `customerOf`. */
function sumsByCustomer(window: Window, term: MetricTerm, customerOf: (id: AccountId) => AccountId) {
  const metric: Metric = metrics[term];
  const found = new Map<AccountId, { name: string; named: boolean; sums: Sums }>();
  for (const w of window.accounts) {
    const id = customerOf(w.account.accountId);
    const own = metric.contribution(w, window);
    const held = found.get(id);
    const named = id === w.account.accountId;
    found.set(id, {
      // The customer's own record names it, whichever of its records comes first.
      name: held && !named ? held.name : w.account.name,
      named: named || held?.named === true,
      sums: {
        numerator: own.numerator + (held?.sums.numerator ?? 0n),
        denominator: (own.denominator ?? 0n) + (held?.sums.denominator ?? 0n),
      },
    });
  }
  return found;
}

/**
 * Why a metric differs between two ways to count the same period, account by account.
 *
 * With sums N and D of the whole, an account whose own parts change by ΔN and ΔD has the effect
 * (ΔN · D_A − N_A · ΔD) / (D_A · D_B) on a ratio and ΔN on an amount: the effects of all accounts add up to the
 * difference exactly. Where the two ways do not agree on who a customer is, `customerOf` gathers the records of both
 * under one (an ultimate parent), so that the same money is not told as lost by one and won by another.
 */
export function differenceOf(
  a: Window,
  b: Window,
  term: MetricTerm,
  customerOf: (id: AccountId) => AccountId = (id) => id,
): Difference {
  const [totalA, totalB] = [metricTotal(a, term), metricTotal(b, term)];
  const ratio = totalA.denominator !== null && totalB.denominator !== null;
  const [baseA, baseB] = [totalA.denominator ?? 0n, totalB.denominator ?? 0n];
  const known = !ratio || (baseA !== 0n && baseB !== 0n);
  const effectOf = (own: Sums, other: Sums): Rational | null => {
    const numerator = other.numerator - own.numerator;
    if (!ratio) return rational(numerator);
    if (!known) return null;
    const denominator = other.denominator - own.denominator;
    return rational(numerator * baseA - totalA.numerator * denominator, baseA * baseB);
  };
  const [rowsA, rowsB] = [sumsByCustomer(a, term, customerOf), sumsByCustomer(b, term, customerOf)];
  const accounts = [...new Set([...rowsA.keys(), ...rowsB.keys()])].flatMap(
    (accountId): AccountDifference[] => {
      const [one, other] = [rowsA.get(accountId), rowsB.get(accountId)];
      const [own, then] = [one?.sums ?? none, other?.sums ?? none];
      if (own.numerator === then.numerator && own.denominator === then.denominator) return [];
      const name = (other?.named || !one ? other : one)?.name ?? "";
      return [{ accountId, name, a: own, b: then, effect: effectOf(own, then) }];
    },
  );
  return {
    a: totalA,
    b: totalB,
    difference: !known
      ? null
      : ratio
        ? minus(rational(totalB.numerator, baseB), rational(totalA.numerator, baseA))
        : rational(totalB.numerator - totalA.numerator),
    accounts: accounts.sort(bySize),
  };
}

function bySize(a: AccountDifference, b: AccountDifference): number {
  const size = ({ effect }: AccountDifference): Rational => {
    const of = effect ?? zero;
    return of.n < 0n ? { n: -of.n, d: of.d } : of;
  };
  const [x, y] = [size(a), size(b)];
  const apart = y.n * x.d - x.n * y.d;
  if (apart !== 0n) return apart > 0n ? 1 : -1;
  return a.accountId < b.accountId ? -1 : 1;
}
