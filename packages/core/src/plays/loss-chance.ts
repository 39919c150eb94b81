import type { FlagSeverity } from "../facts/index.ts";
import { type HealthPolicy, houseHealthPolicy, riskScore, type ScoreRange } from "../health/index.ts";
import {
  compare,
  known,
  minus,
  over,
  plus,
  type Rational,
  rational,
  round,
  times,
  zero,
} from "../kernel/index.ts";
import { housePlayPolicy, type PlayPolicy } from "./policy.ts";

/** A renewal that is over: the score 90 days before, of a range its middle, and whether the customer stayed. */
export interface PastRenewal {
  readonly score: Rational;
  readonly renewed: boolean;
}

/** How an account stands: its score, and how grave each of its open red flags is. */
export interface Endangered {
  readonly score: ScoreRange;
  readonly flags: readonly FlagSeverity[];
}

/** How likely the loss of an account is taken to be, with what tells it. */
export interface LossChance {
  /** In hundredths. */
  readonly percent: bigint;
  /** Its risk score, from the middle of its score and its open red flags. */
  readonly risk: Rational;
  /** Within how many points of what the risk score leaves of 100 the scores of renewals were looked at. */
  readonly near: number;
  /** As many renewals were scored so near, and so many of them were lost. */
  readonly renewals: number;
  readonly lost: number;
  /** As many renewals the risk score counts for beside them. */
  readonly priorRenewals: number;
}

/** The middle of a score that is a range. */
export const middleOf = ({ low, high }: ScoreRange): Rational => times(plus(low, high), rational(1n, 2n));

const hundred = rational(100n);

/** How many of some scores, the lowest first, lie below a bound, or at it too. */
function countUpTo(scores: readonly Rational[], bound: Rational, including: boolean): number {
  let [low, high] = [0, scores.length];
  while (low < high) {
    const at = (low + high) >> 1;
    const order = compare(scores[at] ?? zero, bound);
    if (order < 0 || (including && order === 0)) low = at + 1;
    else high = at;
  }
  return low;
}

/**
 * The chance that an account is lost, by what became of others: of past renewals whose score 90 days before lay within
 * 10 points of what the account's risk score leaves of 100, the share that was lost, joined by ten renewals of which as
 * many per cent are taken as lost as the risk score says. So health and open red flags tell it where nothing is known of
 * others, and of few renewals none is believed by itself. Past renewals are put in order once, for any number of accounts.
 */
export function lossChances(
  past: readonly PastRenewal[],
  {
    plays = housePlayPolicy,
    health = houseHealthPolicy,
  }: { readonly plays?: PlayPolicy; readonly health?: HealthPolicy } = {},
): (of: Endangered) => LossChance {
  const { lossNear: near, lossPriorRenewals: priorRenewals } = plays;
  const inOrder = past.toSorted((a, b) => compare(a.score, b.score));
  const scores = inOrder.map(({ score }) => score);
  const lostBefore = [0];
  for (const { renewed } of inOrder) lostBefore.push((lostBefore.at(-1) ?? 0) + (renewed ? 0 : 1));
  const reach = rational(BigInt(near));
  return ({ score, flags }) => {
    const risk = riskScore(known(middleOf(score)), flags, health).value ?? hundred;
    const standing = minus(hundred, risk);
    const [from, to] = [
      countUpTo(scores, minus(standing, reach), false),
      countUpTo(scores, plus(standing, reach), true),
    ];
    const [renewals, lost] = [to - from, (lostBefore[to] ?? 0) - (lostBefore[from] ?? 0)];
    const taken = plus(rational(BigInt(lost * 100)), times(risk, rational(BigInt(priorRenewals))));
    const percent = round(over(taken, rational(BigInt(renewals + priorRenewals))));
    return { percent, risk, near, renewals, lost, priorRenewals };
  };
}
