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

/**
 * The chance that an account is lost: the share lost of past renewals whose score 90 days before lay within 10 points of
 * its own, joined by ten renewals of which 75 % are assumed to be lost. Of few renewals none is believed by itself.
 */
export function lossChance(
  of: ScoreRange,
  past: readonly PastRenewal[],
  { lossNear: near, lossPrior: prior, lossPriorRenewals: priorRenewals }: PlayPolicy = housePlayPolicy,
): LossChance {
  const score = middleOf(of);
  const reach = rational(BigInt(near));
  const alike = past.filter((one) => {
    const apart = minus(one.score, score);
    return compare(apart, reach) <= 0 && compare(minus(score, one.score), reach) <= 0;
  });
  const lost = alike.filter(({ renewed }) => !renewed).length;
  const [hundredths, all] = [
    BigInt(lost * 100 + prior * priorRenewals),
    BigInt(alike.length + priorRenewals),
  ];
  const percent = (hundredths * 2n + all) / (all * 2n);
  return { percent, score, near, renewals: alike.length, lost, prior, priorRenewals };
}
