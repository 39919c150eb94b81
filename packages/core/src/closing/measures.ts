import { type Rational, rational } from "../kernel/index.ts";
import {
  type AccountWindow,
  bridgeAmount,
  bridgeSteps,
  cohortBridgeAmount,
  cohortBridgeSteps,
  type MetricTerm,
  metrics,
  retainedFlows,
  type Window,
} from "../retention/index.ts";

/**
 * What is frozen of each account, whole minor units or customers, signed as in the bridges: the ARR bridge from
 * `opening` to `closing`, the opening cohort's from `cohort_opening` to `cohort_closing`, what GRR keeps of it, what of it
 * churned, and whether the account counts among the customers followed and among those kept.
 */
export const frozenMeasures = [
  "opening",
  ...bridgeSteps,
  "closing",
  "cohort_opening",
  ...cohortBridgeSteps.map((step) => `cohort_${step}` as const),
  "cohort_closing",
  "kept",
  "cohort_churned",
  "logos",
  "logos_kept",
] as const;
/** One of {@link frozenMeasures}. */
export type FrozenMeasure = (typeof frozenMeasures)[number];

/** The measures of an account or of all of them; one that is missing is 0. */
export type Measures = Readonly<Partial<Record<FrozenMeasure, bigint>>>;

/** The metrics a close freezes. What accounts land with is told of years of history, and is not. */
export type FrozenTerm = Exclude<MetricTerm, "land-and-expand">;

type Sum = readonly (readonly [FrozenMeasure, bigint])[];
const one = (measure: FrozenMeasure): Sum => [[measure, 1n]];
const minus = (a: FrozenMeasure, b: FrozenMeasure): Sum => [
  [a, 1n],
  [b, -1n],
];
const less = (measure: FrozenMeasure): Sum => [[measure, -1n]];

interface Parts {
  readonly numerator: Sum;
  readonly denominator: Sum | null;
  /** The sum over accounts is divided by this, once. */
  readonly dividedBy?: bigint;
}

const amount = (numerator: Sum): Parts => ({ numerator, denominator: null });
const ofOpening = (numerator: Sum): Parts => ({ numerator, denominator: one("cohort_opening") });
const ofLogos = (numerator: Sum): Parts => ({ numerator, denominator: one("logos") });

const parts: Readonly<Record<FrozenTerm, Parts>> = {
  arr: amount(one("closing")),
  mrr: { ...amount(one("closing")), dividedBy: 12n },
  "opening-arr": amount(one("cohort_opening")),
  "closing-cohort-arr": amount(one("cohort_closing")),
  "new-arr": amount(one("new")),
  "expansion-arr": amount(one("expansion")),
  "contraction-arr": amount(less("contraction")),
  "churned-arr": amount(less("churn")),
  "winback-arr": amount(one("reactivation")),
  nrr: ofOpening(one("cohort_closing")),
  "dollar-retention": ofOpening(one("cohort_closing")),
  grr: ofOpening(one("kept")),
  "nrr-grr-gap": ofOpening(minus("cohort_closing", "kept")),
  "net-churn": ofOpening(minus("cohort_opening", "cohort_closing")),
  "net-expansion-rate": ofOpening(minus("cohort_closing", "cohort_opening")),
  "gross-churn": ofOpening(one("cohort_churned")),
  "revenue-churn": ofOpening(one("cohort_churned")),
  "logo-retention": ofLogos(one("logos_kept")),
  "retention-rate": ofLogos(one("logos_kept")),
  "logo-churn": ofLogos(minus("logos", "logos_kept")),
  "churn-rate": ofLogos(minus("logos", "logos_kept")),
};

/** The metrics a close freezes. */
export const frozenTerms = Object.keys(parts) as readonly FrozenTerm[];

/** Whether a metric is among those a close freezes. */
export function isFrozenTerm(term: string): term is FrozenTerm {
  return Object.hasOwn(parts, term);
}

const sumOf = (sum: Sum, of: Measures): bigint =>
  sum.reduce((total, [measure, times]) => total + times * (of[measure] ?? 0n), 0n);

/** The two sums of a metric from measures; the second is `null` for what is not a ratio. */
export function partsOfTerm(
  term: FrozenTerm,
  of: Measures,
): { readonly numerator: bigint; readonly denominator: bigint | null } {
  const { numerator, denominator } = parts[term];
  return { numerator: sumOf(numerator, of), denominator: denominator && sumOf(denominator, of) };
}

/** A metric's exact value from measures: a fraction of 1 for a ratio, else minor units; `null` without a base. */
export function frozenValue(term: FrozenTerm, of: Measures): Rational | null {
  const { numerator, denominator } = partsOfTerm(term, of);
  if (denominator === null) return rational(numerator, parts[term].dividedBy ?? 1n);
  return denominator === 0n ? null : rational(numerator, denominator);
}

/** What a window says of one account, as it is frozen; measures of 0 are left out. */
export function measuresOf(w: AccountWindow, window: Window): Measures {
  const found: [FrozenMeasure, bigint][] = [
    ["opening", w.bridge.opening],
    ...bridgeSteps.map((step): [FrozenMeasure, bigint] => [step, bridgeAmount(w, step)]),
    ["closing", w.bridge.closing],
    ["cohort_opening", retainedFlows(w, window).opening],
    ...cohortBridgeSteps.map((step): [FrozenMeasure, bigint] => [
      `cohort_${step}`,
      cohortBridgeAmount(w, step, window),
    ]),
    ["cohort_closing", metrics.nrr.contribution(w, window).numerator],
    ["kept", metrics.grr.contribution(w, window).numerator],
    ["cohort_churned", metrics["gross-churn"].contribution(w, window).numerator],
    ["logos", metrics["logo-retention"].contribution(w, window).denominator ?? 0n],
    ["logos_kept", metrics["logo-retention"].contribution(w, window).numerator],
  ];
  return Object.fromEntries(found.filter(([, value]) => value !== 0n)) as Measures;
}

/** The sum of measures. */
export function addedUp(all: Iterable<Measures>): Measures {
  const total: Partial<Record<FrozenMeasure, bigint>> = {};
  for (const own of all)
    for (const measure of frozenMeasures) {
      const value = own[measure];
      if (value !== undefined) total[measure] = (total[measure] ?? 0n) + value;
    }
  return total;
}

/** `after` less `before`; measures that are equal are left out. */
export function differenceOf(after: Measures, before: Measures): Measures {
  const found: Partial<Record<FrozenMeasure, bigint>> = {};
  for (const measure of frozenMeasures) {
    const moved = (after[measure] ?? 0n) - (before[measure] ?? 0n);
    if (moved !== 0n) found[measure] = moved;
  }
  return found;
}
