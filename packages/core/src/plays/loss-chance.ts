import type { ScoreRange } from "../health/index.ts";
import { compare, minus, plus, type Rational, rational, times } from "../kernel/index.ts";
import { housePlayPolicy, type PlayPolicy } from "./policy.ts";

/** A renewal that is over: the score 90 days before, of a range its middle, and whether the customer stayed. */
export interface PastRenewal {
  readonly score: Rational;
  readonly renewed: boolean;
}

/** How likely the loss of an account is taken to be, with what tells it. */
export interface LossChance {
  /** In hundredths. */
  readonly percent: bigint;
  /** The score it is told from, of a range its middle, and within how many points of it renewals were looked at. */
  readonly score: Rational;
  readonly near: number;
  /** As many renewals were scored so near, and so many of them were lost. */
  readonly renewals: number;
  readonly lost: number;
  /** What is assumed without them, in per cent, and as many renewals it counts for. */
  readonly prior: number;
  readonly priorRenewals: number;
}

/** The middle of a score that is a range. */
export const middleOf = ({ low, high }: ScoreRange): Rational => times(plus(low, high), rational(1n, 2n));

/** Renewals with the same score: how many there were up to it, and how many of these were lost. */
interface UpTo {
  readonly score: Rational;
  readonly renewals: number;
  readonly lost: number;
}

/** Past renewals in the order of their scores, counted up. */
function countedUp(past: readonly PastRenewal[]): readonly UpTo[] {
  const same = new Map<string, { score: Rational; renewals: number; lost: number }>();
  for (const { score, renewed } of past) {
    const key = `${score.n}/${score.d}`;
    const own = same.get(key) ?? { score, renewals: 0, lost: 0 };
    own.renewals += 1;
    if (!renewed) own.lost += 1;
    same.set(key, own);
  }
  let [renewals, lost] = [0, 0];
  return [...same.values()]
    .sort((a, b) => compare(a.score, b.score))
    .map((own) => {
      renewals += own.renewals;
      lost += own.lost;
      return { score: own.score, renewals, lost };
    });
}

/** Those with a score below one, and with `orSame` those with it. */
function below(all: readonly UpTo[], score: Rational, orSame: boolean): Pick<UpTo, "renewals" | "lost"> {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = compare(all[middle]!.score, score);
    if (at < 0 || (orSame && at === 0)) low = middle + 1;
    else high = middle;
  }
  return all[low - 1] ?? { renewals: 0, lost: 0 };
}

/**
 * The chance that an account is lost: the share lost of past renewals whose score 90 days before lay within 10 points of
 * its own, joined by ten renewals of which 75 % are assumed to be lost. Of few renewals none is believed by itself. The
 * renewals are put in order once for all the scores that are asked about.
 */
export function lossChances(
  past: readonly PastRenewal[],
  { lossNear: near, lossPrior: prior, lossPriorRenewals: priorRenewals }: PlayPolicy = housePlayPolicy,
): (of: ScoreRange) => LossChance {
  const all = countedUp(past);
  const reach = rational(BigInt(near));
  return (of) => {
    const score = middleOf(of);
    const [from, to] = [below(all, minus(score, reach), false), below(all, plus(score, reach), true)];
    const [renewals, lost] = [to.renewals - from.renewals, to.lost - from.lost];
    const [hundredths, count] = [
      BigInt(lost * 100 + prior * priorRenewals),
      BigInt(renewals + priorRenewals),
    ];
    const percent = (hundredths * 2n + count) / (count * 2n);
    return { percent, score, near, renewals, lost, prior, priorRenewals };
  };
}
