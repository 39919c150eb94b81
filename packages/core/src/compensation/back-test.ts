import { type Rational, rational } from "../kernel/index.ts";

/** What somebody was paid over some closed periods, and what another plan would have paid, in whole minor units. */
export interface BackTested {
  readonly person: string;
  readonly paid: bigint;
  readonly would: bigint;
}

/** What a plan would have cost over closed periods, how it would have been spread, and who would have won or lost by it. */
export interface BackTest {
  readonly paid: bigint;
  readonly would: bigint;
  readonly least: bigint | null;
  /** The middle one; of two the mean, exact. */
  readonly median: Rational | null;
  readonly most: bigint | null;
  readonly winners: readonly BackTested[];
  readonly losers: readonly BackTested[];
  readonly unchanged: readonly BackTested[];
}

/** Sums up a back-test over people: winners and losers with the largest change first. */
export function backTest(people: readonly BackTested[]): BackTest {
  const change = ({ paid, would }: BackTested): bigint => would - paid;
  const by = (sign: bigint) => (a: BackTested, b: BackTested) => {
    const beside = (change(b) - change(a)) * sign;
    return beside > 0n ? 1 : beside < 0n ? -1 : a.person < b.person ? -1 : 1;
  };
  const sorted = people.map(({ would }) => would).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return {
    paid: people.reduce((sum, { paid }) => sum + paid, 0n),
    would: people.reduce((sum, { would }) => sum + would, 0n),
    least: sorted[0] ?? null,
    median: low === undefined || high === undefined ? null : rational(low + high, 2n),
    most: sorted.at(-1) ?? null,
    winners: people.filter((one) => change(one) > 0n).sort(by(1n)),
    losers: people.filter((one) => change(one) < 0n).sort(by(-1n)),
    unchanged: people.filter((one) => change(one) === 0n),
  };
}
