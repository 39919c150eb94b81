import type { Figure } from "../glossary/index.ts";
import {
  type Known,
  known,
  minus,
  notKnown,
  over,
  priorYear,
  type Rational,
  rational,
  rationalOf,
  times,
} from "../kernel/index.ts";

/** How a figure changed in a year: as a share of what it was or, of a ratio, in points. */
export interface Change {
  readonly by: Rational;
  readonly in: "share" | "points";
}

/** What of a figure is compared. */
export type Compared = Pick<Figure, "term" | "unit" | "currency" | "value" | "reason"> & {
  readonly period: Pick<Figure["period"], "from" | "to">;
};

/**
 * The change of a figure against its own value twelve months before, as a share of that value; a ratio changes by points.
 * Only one and the same figure, in one currency and over the same days of the year before, is compared. Term:
 * year-over-year. Unit: share, or points.
 */
export function yearOverYear(now: Compared, before: Compared): Known<Change> {
  if (now.term !== before.term) return notKnown(`${now.term} is not compared with ${before.term}.`);
  if (now.currency !== before.currency)
    return notKnown(`${now.currency} and ${before.currency} are not compared.`);
  const apart = priorYear({ text: "", from: now.period.from, to: now.period.to });
  if (apart.from !== before.period.from || apart.to !== before.period.to)
    return notKnown(`A year before is ${apart.from} to ${apart.to}.`);
  if (now.value === null) return notKnown(`Now: ${now.reason ?? "not known"}.`);
  if (before.value === null) return notKnown(`A year before: ${before.reason ?? "not known"}.`);
  const [value, earlier] = [rationalOf(now.value), rationalOf(before.value)];
  const change = minus(value, earlier);
  if (now.unit === "ratio") return known({ by: times(change, rational(100n)), in: "points" });
  if (earlier.n === 0n) return notKnown("A year before it was 0: there is nothing to grow from.");
  return known({ by: over(change, earlier), in: "share" });
}
