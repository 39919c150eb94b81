import type { Period } from "../kernel/index.ts";
import type { Slice } from "./attributes.ts";
import type { Book } from "./book.ts";
import { metricTotal } from "./figure.ts";
import type { MetricTerm } from "./metrics.ts";
import type { RetentionPolicy } from "./policy.ts";
import { type Window, windowOf } from "./window.ts";

/** A metric's two sums over a period: whole minor units, or accounts. */
export interface Total {
  readonly numerator: bigint;
  /** `null` for metrics that are not ratios. */
  readonly denominator: bigint | null;
}

/** Answers for the sums of any metric over any period and slice of one book, under one policy. */
export type Totals = (term: MetricTerm, period: Period, slice: Slice) => Total;

/** Sums by the plain fold over every account; windows asked for more than once are computed once. */
export function totalsOf(book: Book, policy: RetentionPolicy): Totals {
  const windows = new Map<string, Window>();
  return (term, period, slice) => {
    const key = JSON.stringify([period.from, period.to, Object.entries(slice).sort()]);
    const window = windows.get(key) ?? windowOf(book, period, policy, slice);
    windows.set(key, window);
    const { numerator, denominator } = metricTotal(window, term);
    return { numerator, denominator };
  };
}
