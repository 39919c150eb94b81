import {
  decimalText,
  over,
  plus,
  type Rational,
  ratio,
  rational,
  rationalOf,
  zero,
} from "../kernel/index.ts";
import { millisecondsBetween } from "./clock.ts";
import type { Handoff } from "./handoff.ts";

/** How a number of handoffs went. Shares are decimals of six places, null where there is nothing to take a share of. */
export interface HandoffSummary {
  readonly handoffs: number;
  /** Of those whose packet and review are settled, the share of which both were in time. */
  readonly acceptedOnTime: string | null;
  readonly settled: number;
  /** Of the reviewed packets, the share returned at least once. */
  readonly returned: string | null;
  readonly reviewed: number;
  /** Milliseconds from the close to the acceptance, in the middle of all accepted ones; null while none is. */
  readonly medianToAccept: number | null;
  /** The mean score of their packets. */
  readonly score: string | null;
}

const share = (part: number, base: number): string | null => {
  const found = ratio(BigInt(part), BigInt(base));
  return found === null ? null : decimalText(found, 6);
};

/** The middle of some numbers; of an even count the mean of the two in the middle. */
function median(numbers: readonly number[]): number | null {
  const ordered = [...numbers].sort((a, b) => a - b);
  const [lower, upper] = [ordered[(ordered.length - 1) >> 1], ordered[ordered.length >> 1]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

function meanScore(handoffs: readonly Handoff[]): string | null {
  const scores = handoffs.flatMap(({ scorecard: { score } }) => (score === null ? [] : [rationalOf(score)]));
  if (scores.length === 0) return null;
  const sum = scores.reduce<Rational>(plus, zero);
  return decimalText(over(sum, rational(BigInt(scores.length))), 6);
}

/** How handoffs went together, for a team or for one AE. Closes of which nothing is on record are no handoffs of anybody. */
export function handoffSummary(all: readonly Handoff[]): HandoffSummary {
  const handoffs = all.filter(({ onRecord }) => onRecord);
  const settled = handoffs.filter(({ gates }) =>
    gates.every(({ gate, state }) => (gate !== "packet" && gate !== "review") || state !== "open"),
  );
  const onTime = settled.filter(({ gates }) =>
    gates.every(({ gate, state }) => (gate !== "packet" && gate !== "review") || state === "met"),
  );
  const reviewed = handoffs.filter(({ reviews }) => reviews.length > 0);
  const returned = reviewed.filter(({ reviews }) => reviews.some(({ outcome }) => outcome === "returned"));
  return {
    handoffs: handoffs.length,
    acceptedOnTime: share(onTime.length, settled.length),
    settled: settled.length,
    returned: share(returned.length, reviewed.length),
    reviewed: reviewed.length,
    medianToAccept: median(
      handoffs.flatMap(({ acceptedAt, close }) =>
        acceptedAt === null ? [] : [Math.max(0, millisecondsBetween(close.clockFrom, acceptedAt))],
      ),
    ),
    score: meanScore(handoffs),
  };
}
