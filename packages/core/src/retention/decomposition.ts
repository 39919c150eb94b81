import { minus, plus, type Rational, rational, times, zero } from "../kernel/index.ts";

/** A part of a whole in two periods: its share of the base, and its rate. */
export interface Part {
  readonly before: { readonly numerator: bigint; readonly denominator: bigint };
  readonly after: { readonly numerator: bigint; readonly denominator: bigint };
}

/** What one part did to the rate of the whole: by its own rate, and by its weight. Exact shares (1 = 100 pp). */
export interface PartShift {
  readonly rate: Rational;
  readonly mix: Rational;
}

/** How the rate of a whole moved, and what each part did to it; exact shares (1 = 100 pp). */
export interface RateAndMix extends PartShift {
  readonly total: Rational;
  /** In the order the parts were given. */
  readonly parts: readonly PartShift[];
}

const half = rational(1n, 2n);
const sumOf = (all: readonly Rational[]): Rational => all.reduce(plus, zero);

/**
 * Splits the change of a ratio of sums into what the parts' own rates did and what their weights did, part by part.
 *
 * It is the symmetric split, which has no interaction left over: a part's change of rate counts at the mean of its two
 * weights, and its change of weight at how far the mean of its two rates lies from that of the whole. Weight that moves
 * to a part better than the whole is a gain, and weight that leaves it a loss. The parts add up to the whole change
 * exactly. A part without a base in a period (it appeared, or vanished) has that period's overall rate: what it does is
 * mix; what such a part adds all the same (win-backs) is rate. `null` when either period has no base.
 */
export function rateAndMix(parts: readonly Part[]): RateAndMix | null {
  const sum = (of: (part: Part) => bigint) => parts.reduce((total, part) => total + of(part), 0n);
  const [base0, base1] = [sum((p) => p.before.denominator), sum((p) => p.after.denominator)];
  if (base0 === 0n || base1 === 0n) return null;
  const overall0 = rational(
    sum((p) => p.before.numerator),
    base0,
  );
  const overall1 = rational(
    sum((p) => p.after.numerator),
    base1,
  );
  const overall = times(plus(overall0, overall1), half);
  const shifts = parts.map(({ before, after }): PartShift => {
    const r0 = before.denominator === 0n ? overall0 : rational(before.numerator, before.denominator);
    const r1 = after.denominator === 0n ? overall1 : rational(after.numerator, after.denominator);
    const [w0, w1] = [rational(before.denominator, base0), rational(after.denominator, base1)];
    const own = times(times(plus(w0, w1), half), minus(r1, r0));
    const lost = before.denominator === 0n ? rational(-before.numerator, base0) : zero;
    const found = after.denominator === 0n ? rational(after.numerator, base1) : zero;
    return {
      rate: plus(own, plus(lost, found)),
      mix: times(minus(times(plus(r0, r1), half), overall), minus(w1, w0)),
    };
  });
  const [rate, mix] = [sumOf(shifts.map((shift) => shift.rate)), sumOf(shifts.map((shift) => shift.mix))];
  return { rate, mix, total: plus(rate, mix), parts: shifts };
}
