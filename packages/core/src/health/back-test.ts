import { type Known, known, notKnown, type Rational, rational } from "../kernel/index.ts";
import { type HealthBand, healthBand, healthBands } from "./distribution.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import type { ScoreRange } from "./thresholds.ts";

/** A renewal that was due: how the account was scored 90 days before, and whether it stayed. */
export interface ScoredRenewal {
  readonly score: ScoreRange | null;
  readonly renewed: boolean;
}

/** How the renewals of one band came out, with the 95 % interval of their share. */
export interface BandOutcome {
  readonly band: HealthBand;
  readonly n: number;
  readonly lost: number;
  readonly rate: Known<Rational>;
  /** Wilson's interval for the share lost, in per cent with one decimal; null without any renewal. */
  readonly interval: { readonly low: number; readonly high: number } | null;
}

const oneDecimal = (share: number): number => Math.round(share * 1000) / 10;

/** Wilson's 95 % interval of a share, in per cent. */
function wilson(hits: number, n: number): { low: number; high: number } | null {
  if (n === 0) return null;
  const z = 1.959964;
  const p = hits / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  return { low: oneDecimal(Math.max(0, middle - half)), high: oneDecimal(Math.min(1, middle + half)) };
}

/** The share of renewals lost in each band of the score 90 days before, from the worst band on. */
export function calibration(
  renewals: readonly ScoredRenewal[],
  policy: HealthPolicy = houseHealthPolicy,
): BandOutcome[] {
  return healthBands.map((band) => {
    const own = renewals.filter(({ score }) => healthBand(score, policy) === band);
    const lost = own.filter(({ renewed }) => !renewed).length;
    return {
      band,
      n: own.length,
      lost,
      rate:
        own.length === 0
          ? notKnown("No renewal was due.")
          : known(rational(BigInt(lost), BigInt(own.length))),
      interval: wilson(lost, own.length),
    };
  });
}

const middleOf = ({ low, high }: ScoreRange): number =>
  Number(low.n) / Number(low.d) / 2 + Number(high.n) / Number(high.d) / 2;

const widthOf = ({ low, high }: ScoreRange): number =>
  Number(high.n) / Number(high.d) - Number(low.n) / Number(low.d);

/** A score whose ends lie further apart than this says too little to be held against anything. */
const mostlyUnknown = 40;

/**
 * How well a score tells who leaves: of all pairs of one renewal lost and one kept, the share in which the lost one had
 * the lower score, halves for equal ones (the area under the ROC curve). 0.5 is no better than chance. Renewals without a
 * score, or whose ends lie more than 40 points apart, are left out; of a range the middle counts.
 */
export function concordance(renewals: readonly ScoredRenewal[]): Known<number> {
  const scored = renewals.flatMap(({ score, renewed }) =>
    score === null || widthOf(score) > mostlyUnknown ? [] : [{ at: middleOf(score), renewed }],
  );
  const [lost, kept] = [scored.filter(({ renewed }) => !renewed), scored.filter(({ renewed }) => renewed)];
  if (lost.length === 0 || kept.length === 0)
    return notKnown("It takes renewals that were lost and renewals that were kept.");
  const ordered = kept.map(({ at }) => at).sort((a, b) => a - b);
  const below = (value: number, orSame: boolean): number => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = ordered[middle]!;
      if (at < value || (orSame && at === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const won = lost.reduce((sum, { at }) => {
    const [under, upTo] = [below(at, false), below(at, true)];
    return sum + (ordered.length - upTo) + (upTo - under) / 2;
  }, 0);
  return known(Math.round((won / (lost.length * kept.length)) * 1000) / 1000);
}
