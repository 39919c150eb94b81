import {
  type AccountId,
  type Day,
  daysBetween,
  differenceInterval,
  type Interval,
  shareInterval,
} from "../kernel/index.ts";

/** An account that met a play's trigger, with what became of it. ARR in minor units. */
export interface EffectCase {
  readonly accountId: AccountId;
  /** The day it met the trigger. */
  readonly on: Day;
  readonly arr: bigint;
  /** All of its ARR was still there at the end of the play's time. */
  readonly saved: boolean;
}

/** How many of some accounts were saved, as a share with its 95 % interval; null where there are none. */
export interface SavedShare {
  readonly accounts: number;
  readonly saved: number;
  readonly interval: Interval | null;
}

/** What a play did, held against accounts it was not run at. */
export interface Effectiveness {
  readonly treated: SavedShare;
  readonly untreated: SavedShare;
  /** Treated accounts that none is comparable to: left out of both. */
  readonly unmatched: number;
  /** Saved share of the treated minus that of the untreated, in points of 1; null where either has none. */
  readonly difference: (Interval & { readonly value: number }) | null;
}

/** Two accounts are comparable that met the trigger within so many days of each other. */
const apart = 365;

/** Met the same trigger within a year of each other, the one's ARR at least half and at most twice the other's. */
function comparable(a: EffectCase, b: EffectCase): boolean {
  return Math.abs(daysBetween(a.on, b.on)) <= apart && a.arr <= b.arr * 2n && b.arr <= a.arr * 2n;
}

function shareOf(cases: readonly EffectCase[]): SavedShare {
  const saved = cases.filter((one) => one.saved).length;
  return {
    accounts: cases.length,
    saved,
    interval: cases.length === 0 ? null : shareInterval(saved, cases.length),
  };
}

/** Cases that are held against each other, and treated ones that none is comparable to. */
export interface Compared<Treated extends EffectCase, Untreated extends EffectCase> {
  readonly treated: readonly Treated[];
  readonly untreated: readonly Untreated[];
  readonly unmatched: readonly Treated[];
}

/** Which accounts an effect is told from: treated ones with somebody to compare them to, and those they are compared to. */
export function comparedCases<Treated extends EffectCase, Untreated extends EffectCase>(
  treated: readonly Treated[],
  untreated: readonly Untreated[],
): Compared<Treated, Untreated> {
  const hasLike = (one: Treated) => untreated.some((other) => comparable(one, other));
  const matched = treated.filter(hasLike);
  return {
    treated: matched,
    untreated: untreated.filter((other) => matched.some((one) => comparable(one, other))),
    unmatched: treated.filter((one) => !hasLike(one)),
  };
}

/**
 * The share of accounts that a play saved, beside that of comparable accounts that met its trigger and got no play. It is
 * what was seen and no proof of a cause: nobody drew lots over who got the play.
 */
export function effectiveness(
  treated: readonly EffectCase[],
  untreated: readonly EffectCase[],
): Effectiveness {
  const compared = comparedCases(treated, untreated);
  const [a, b] = [shareOf(compared.treated), shareOf(compared.untreated)];
  const sides = { a: { part: a.saved, of: a.accounts }, b: { part: b.saved, of: b.accounts } };
  return {
    treated: a,
    untreated: b,
    unmatched: compared.unmatched.length,
    difference:
      a.accounts === 0 || b.accounts === 0
        ? null
        : {
            value: Math.round((a.saved / a.accounts - b.saved / b.accounts) * 10_000) / 10_000,
            ...differenceInterval(sides.a, sides.b),
          },
  };
}
