import type { FlagSeverity } from "../facts/index.ts";
import type { Answer, Example } from "../glossary/index.ts";
import type { HealthComponentId } from "./component.ts";
import type { HealthPolicy } from "./policy.ts";

/** Readings of an account in few words: what was got of how much, and how many days ago where not today. */
export interface HealthCase {
  readonly model: string;
  readonly readings: Partial<Record<HealthComponentId, readonly [got: number, of: number, daysAgo?: number]>>;
}

/** What a score comes to: the number, or the range it lies in; whether it calls for a review, or a talk. */
export interface HealthText {
  readonly score: Answer;
  readonly low: string;
  readonly high: string;
  readonly salesContext: boolean;
  readonly review: string;
  readonly expansion: string;
}

const seventyTwo = {
  model: "house",
  readings: { usage: [30, 40], engagement: [20, 30], sentiment: [10, 10], support_load: [12, 20] },
} as const;

/** Health scores. */
export const scoreExamples: readonly Example<HealthCase, HealthText>[] = [
  {
    scenario: "S-17",
    title: "30 of 40, 20 of 30, 10 of 10 and 12 of 20 are 72: no review, no talk about expansion",
    given: seventyTwo,
    expect: { score: "72", low: "72", high: "72", salesContext: false, review: "no", expansion: "no" },
  },
  {
    title: "A part that was last read 14 days ago still counts",
    given: { model: "house", readings: { ...seventyTwo.readings, sentiment: [10, 10, 14] } },
    expect: { score: "72", low: "72", high: "72", salesContext: false, review: "no", expansion: "no" },
  },
  {
    title:
      "A day later it is unknown: the score is a range, and no threshold fires that one end does not pass",
    given: { model: "house", readings: { ...seventyTwo.readings, sentiment: [10, 10, 15] } },
    expect: {
      score: {
        unknown: "Between 62 and 72: Sentiment was last read 15 days ago; a reading counts for 14.",
      },
      low: "62",
      high: "72",
      salesContext: false,
      review: "open",
      expansion: "no",
    },
  },
  {
    title: "Where both ends agree, the threshold fires although a part is missing",
    given: {
      model: "house",
      readings: { usage: [10, 40], engagement: [10, 30], support_load: [20, 20] },
    },
    expect: {
      score: { unknown: "Between 40 and 50: Sentiment was never read." },
      low: "40",
      high: "50",
      salesContext: false,
      review: "yes",
      expansion: "no",
    },
  },
];

/** Scores that read what Sales knew. */
export const salesContextExamples: readonly Example<HealthCase, HealthText>[] = [
  {
    title: "Used every day, with a champion who leaves and promises that are hard to keep",
    given: {
      model: "sales_context",
      readings: {
        usage: [40, 40],
        engagement: [30, 30],
        sentiment: [10, 10],
        support_load: [20, 20],
        icp_fit: [80, 100],
        champion_stability: [0, 100],
        commitment_complexity: [100, 100],
      },
    },
    expect: { score: "83", low: "83", high: "83", salesContext: true, review: "no", expansion: "no" },
  },
  {
    title: "Without a packet the inputs are unknown, not zero",
    given: {
      model: "sales_context",
      readings: { usage: [40, 40], engagement: [30, 30], sentiment: [10, 10] },
    },
    expect: {
      score: {
        unknown:
          "Between 60 and 100: Support load was never read. Fit to the ideal customer was never read. Stability of the champion was never read. Complexity of commitments was never read.",
      },
      low: "60",
      high: "100",
      salesContext: true,
      review: "open",
      expansion: "open",
    },
  },
];

/** Scores by the TRUE model. */
export const trueExamples: readonly Example<HealthCase, HealthText>[] = [
  {
    title: "Trust 80, risk 30, utilization 60, engagement 70: risk is turned round",
    given: {
      model: "true",
      readings: { trust: [80, 100], risk: [30, 100], utilization: [60, 100], engagement: [70, 100] },
    },
    expect: { score: "70", low: "70", high: "70", salesContext: false, review: "no", expansion: "no" },
  },
];

/** A score, or the two ends it lies between. */
export type PlainScore = number | readonly [low: number, high: number];

/** Scores against the threshold of a review. */
export const reviewExamples: readonly Example<{ readonly score: PlainScore }, string>[] = [
  { scenario: "S-17", title: "72 calls for none", given: { score: 72 }, expect: "no" },
  { title: "70 calls for none", given: { score: 70 }, expect: "no" },
  { title: "69 does", given: { score: 69 }, expect: "yes" },
  { title: "Between 69 and 71 nobody knows", given: { score: [69, 71] }, expect: "open" },
];

/** Scores against the threshold of a talk about expansion. */
export const expansionExamples: readonly Example<{ readonly score: PlainScore }, string>[] = [
  { scenario: "S-17", title: "72 calls for none", given: { score: 72 }, expect: "no" },
  { title: "85 calls for none", given: { score: 85 }, expect: "no" },
  { title: "86 does", given: { score: 86 }, expect: "yes" },
  { title: "Between 80 and 90 nobody knows", given: { score: [80, 90] }, expect: "open" },
];

/** Weekly scores of an account, null where a week has none; the first is that of the week that ends on 2026-01-04. */
export interface WeeksCase {
  readonly weeks: readonly (PlainScore | null)[];
  readonly policy?: Partial<HealthPolicy>;
}

/** Accounts at risk, and not. */
export const atRiskExamples: readonly Example<WeeksCase, readonly string[]>[] = [
  {
    scenario: "S-19",
    title: "44 and 41 in two weeks: at risk from the second",
    given: { weeks: [60, 44, 41] },
    expect: ["from 2026-01-18"],
  },
  { scenario: "S-19", title: "A single low week is not", given: { weeks: [60, 44, 60] }, expect: [] },
  { title: "45 is not low", given: { weeks: [45, 44, 45] }, expect: [] },
  { title: "A missed week breaks the row", given: { weeks: [44, null, 44] }, expect: [] },
  { title: "So does one whose score may be 45 or more", given: { weeks: [44, [40, 50], 44] }, expect: [] },
  {
    title: "It ends with the second week of 45 or more, and may begin again",
    given: { weeks: [40, 40, 50, 44, 50, 50, 44, 44] },
    expect: ["from 2026-01-11 until 2026-02-08", "from 2026-02-22"],
  },
  {
    title: "A missed week does not end it",
    given: { weeks: [40, 40, 50, null, 50] },
    expect: ["from 2026-01-11"],
  },
  {
    title: "Where the workspace says that it ends at 70",
    given: { weeks: [40, 40, 50, 69, 70], policy: { atRiskExit: "review_level" } },
    expect: ["from 2026-01-11 until 2026-02-01"],
  },
];

/** Scores of a book. */
export const distributionExamples: readonly Example<
  { readonly scores: readonly (PlainScore | null)[] },
  Readonly<Record<string, number>>
>[] = [
  {
    title: "The bands meet at 45, 70 and 85",
    given: { scores: [44, 45, 69, 70, 85, 86] },
    expect: { low: 1, review: 2, steady: 2, strong: 1, unknown: 0 },
  },
  {
    title: "No score, and a score that may lie in either of two bands, are in a band of their own",
    given: { scores: [null, [60, 75], [71, 80]] },
    expect: { low: 0, review: 0, steady: 1, strong: 0, unknown: 2 },
  },
];

/** Health of an account with its open red flags. */
export const riskExamples: readonly Example<
  { readonly health: PlainScore; readonly flags: readonly FlagSeverity[] },
  Answer
>[] = [
  { title: "58 and one grave flag", given: { health: 58, flags: ["high"] }, expect: "57" },
  {
    title: "A medium flag weighs two thirds of a grave one, a low one a third",
    given: { health: 58, flags: ["medium", "low"] },
    expect: "57",
  },
  { title: "It ends at 100", given: { health: 20, flags: ["high", "high", "medium"] }, expect: "100" },
  {
    title: "Where health is not known, risk is not",
    given: { health: [40, 60], flags: ["high"] },
    expect: { unknown: "Health lies between 40 and 60." },
  },
];

/** Months of an area, each with the scores of the accounts that used it. */
export interface AreaCase {
  readonly months: readonly (readonly number[])[];
}

/** The mean of each month, and whether the area is flagged. */
export interface AreaText {
  readonly means: readonly Answer[];
  readonly flagged: boolean;
}

/** Areas of concern, and others. */
export const areaExamples: readonly Example<AreaCase, AreaText>[] = [
  {
    scenario: "S-53",
    title: "Accounts that use integrations average 57, 58 and 56: the area is flagged",
    given: {
      months: [
        [50, 64],
        [58, 58],
        [52, 60],
      ],
    },
    expect: { means: ["57", "58", "56"], flagged: true },
  },
  {
    title: "Two low months are not enough",
    given: { months: [[57], [56]] },
    expect: { means: ["57", "56"], flagged: false },
  },
  {
    title: "60 is not low",
    given: { months: [[57], [60], [56]] },
    expect: { means: ["57", "60", "56"], flagged: false },
  },
  {
    title: "A month without a score breaks the row",
    given: { months: [[57], [], [56]] },
    expect: { means: ["57", { unknown: "No account with a known score used it." }, "56"], flagged: false },
  },
];
