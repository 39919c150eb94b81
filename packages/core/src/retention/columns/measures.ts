import type { MonthWindow } from "./month-window.ts";

/**
 * What is added up per window and group, over accounts; amounts in whole minor units, counts in accounts. Every metric
 * is made of these, and each is a sum over accounts, so groups add up to their whole.
 *
 * Of the cohort (accounts of the group with ARR at the opening, while the life they were then in lasts): `opening`,
 * its four flows, `kept` (the smaller of opening and closing), `keptReturned` (the same with what returned accounts
 * hold), `floor` (the lowest point), `winback` (closing ARR of those lost and back in a later life), `cohortReturns` (what
 * they came back with in later lives), and accounts.
 *
 * Of the group's accounts at the opening, whatever they held then: `lostBefore` (closing ARR of those lost before the
 * window), `heldAtClose` and the `all…` flows; of `allReactivation`, `allResumed` came back within the life it left.
 *
 * Of the bridge, by the group on the day: `closing`, the `bridge…` flows, `movedIn` and `movedOut`. It opens with `opening`.
 */
export const at = {
  opening: 0,
  expansion: 1,
  contraction: 2,
  churn: 3,
  reactivation: 4,
  openingAccounts: 5,
  retainedAccounts: 6,
  kept: 7,
  keptReturned: 8,
  floor: 9,
  winback: 10,
  returnedAccounts: 11,
  lostBefore: 12,
  cohortReturns: 13,
  heldAtClose: 14,
  allExpansion: 15,
  allContraction: 16,
  allChurn: 17,
  allResumed: 18,
  allReactivation: 19,
  bridgeNew: 20,
  closing: 21,
  bridgeExpansion: 22,
  bridgeContraction: 23,
  bridgeChurn: 24,
  bridgeReactivation: 25,
  movedIn: 26,
  movedOut: 27,
} as const;
/** One of the sums that metrics are made of. */
export type Measure = keyof typeof at;

/** The measures in the order they stand in a tally. */
export const measures = Object.keys(at) as readonly Measure[];

/** How many measures a tally holds. */
export const width = measures.length;

/** Measures of the bridge, each with the measure it equals for an account that stays in its group for the whole window. */
export const twins = [
  [at.closing, at.heldAtClose],
  [at.bridgeExpansion, at.allExpansion],
  [at.bridgeContraction, at.allContraction],
  [at.bridgeChurn, at.allChurn],
  [at.bridgeReactivation, at.allReactivation],
] as const satisfies readonly (readonly [number, number])[];

/** Fills the {@link twins} of an account that stays in its group. */
export function fillTwins(own: Tally): void {
  for (const [twin, measure] of twins) own[twin] = own[measure]!;
}

/** The measures that need both ends of an account's window, not only its movements: sums of movements cannot tell them. */
export const pairedMeasures = [
  "kept",
  "keptReturned",
  "floor",
  "winback",
  "returnedAccounts",
  "lostBefore",
  "cohortReturns",
] as const satisfies readonly Measure[];

/** The measures of one group in one window, each where {@link at} says: integers, NaN where not asked for. */
export type Tally = Float64Array;

/** Tallies of several groups in several windows. */
export class Tallies {
  readonly labels: readonly string[];
  readonly windows: readonly MonthWindow[];
  /** Group by group, window by window, measure by measure. */
  readonly values: Float64Array;

  constructor(labels: readonly string[], windows: readonly MonthWindow[], values?: Float64Array) {
    this.labels = labels;
    this.windows = windows;
    this.values = values ?? new Float64Array(labels.length * windows.length * width);
  }

  /** The tally of a group (by its place in `labels`) in a window (by its place in `windows`): a view, not a copy. */
  of(group: number, window: number): Tally {
    const from = (group * this.windows.length + window) * width;
    return this.values.subarray(from, from + width);
  }
}
