import type { Dimension } from "../facts/index.ts";
import { opensOn, type Period, plus, type Rational, rational, times, zero } from "../kernel/index.ts";
import type { AccountWindow } from "./account-window.ts";
import type { Slice } from "./attributes.ts";
import type { Book } from "./book.ts";
import type { RetentionPolicy } from "./policy.ts";
import { type Window, windowOf } from "./window.ts";

/** The values a dimension takes among the accounts of a book in a period, its opening included; `""` stands for "no value" and comes last. */
export function valuesOf(book: Book, dimension: Dimension, period: Period): string[] {
  const values = new Set<string>();
  for (const account of book.accounts) {
    const opens = opensOn(period);
    for (const on of [opens, ...account.attributes.changes([dimension], opens, period.to)])
      values.add(account.attributes.on(dimension, on) ?? "");
  }
  return [...values].sort((a, b) => (a === "" ? 1 : b === "" ? -1 : a < b ? -1 : 1));
}

/** The same window for each value of a dimension, within a slice. Together they are the slice, without overlap. */
export function breakdownOf(
  book: Book,
  period: Period,
  policy: RetentionPolicy,
  dimension: Dimension,
  slice: Slice = {},
): { value: string; window: Window }[] {
  const asked = slice[dimension];
  return valuesOf(book, dimension, period)
    .filter((value) => asked === undefined || asked.includes(value))
    .map((value) => ({ value, window: windowOf(book, period, policy, { ...slice, [dimension]: [value] }) }))
    .filter(({ window }) => window.accounts.some((w) => w.memberAtOpening || passedThrough(w)));
}

/** Whether an account that was not in the slice at the opening has anything to say in it later on. */
function passedThrough({ bridge: { reasons: _, ...amounts } }: AccountWindow): boolean {
  return Object.values(amounts).some((amount) => amount !== 0n);
}

/** A part of a whole in two periods: its share of the base, and its rate. */
export interface Part {
  readonly before: { readonly numerator: bigint; readonly denominator: bigint };
  readonly after: { readonly numerator: bigint; readonly denominator: bigint };
}

/**
 * Splits the change of a ratio of sums into what the parts' own rates did and what their weights did. Both are exact
 * shares (1 = 100 pp) and add up to the whole change: each part's change of rate at its mean weight, and its change of
 * weight at its mean rate. A part without a base in a period has that period's overall rate, and what it adds all the
 * same (win-backs) is rate. `null` when either period has no base.
 */
export function rateAndMix(
  parts: readonly Part[],
): { rate: Rational; mix: Rational; total: Rational } | null {
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
  const half = rational(1n, 2n);
  let [rate, mix] = [zero, zero];
  for (const { before, after } of parts) {
    const r0 = before.denominator === 0n ? overall0 : rational(before.numerator, before.denominator);
    const r1 = after.denominator === 0n ? overall1 : rational(after.numerator, after.denominator);
    const [w0, w1] = [rational(before.denominator, base0), rational(after.denominator, base1)];
    const negative = (x: Rational): Rational => ({ n: -x.n, d: x.d });
    rate = plus(rate, times(times(plus(w0, w1), half), plus(r1, negative(r0))));
    if (before.denominator === 0n) rate = plus(rate, rational(-before.numerator, base0));
    if (after.denominator === 0n) rate = plus(rate, rational(after.numerator, base1));
    mix = plus(mix, times(times(plus(r0, r1), half), plus(w1, negative(w0))));
  }
  return { rate, mix, total: plus(rate, mix) };
}
