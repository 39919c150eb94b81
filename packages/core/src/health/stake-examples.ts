import type { Example } from "../glossary/index.ts";
import type { PlainScore, WeeksCase } from "./examples.ts";

/** Accounts by name, each with its ARR in whole units of money and its weekly scores. */
export interface StakeCase extends Pick<WeeksCase, "policy"> {
  readonly accounts: Readonly<Record<string, readonly [arr: number, weeks: readonly (PlainScore | null)[]]>>;
}

/** ARR at risk, and which account brings how much of it. */
export interface StakeText {
  readonly sum: string;
  readonly contributors: readonly string[];
}

/** Books with accounts at risk. */
export const stakeExamples: readonly Example<StakeCase, StakeText>[] = [
  {
    scenario: "S-19",
    title: "44 and 41 in two weeks is at risk, and so is all it pays; a single 44 is not",
    given: {
      accounts: {
        Alder: [300_000, [60, 44, 41]],
        Birch: [40_000, [60, 44, 60]],
        Cedar: [90_000, [38, 38, 40]],
      },
    },
    expect: { sum: "390000", contributors: ["Alder 300000", "Cedar 90000"] },
  },
  {
    title: "Who got over it is at risk no longer",
    given: { accounts: { Alder: [300_000, [40, 40, 50, 50]], Birch: [40_000, [60, 40, 40, 50]] } },
    expect: { sum: "40000", contributors: ["Birch 40000"] },
  },
  {
    title:
      "A score that may lie on either side puts nobody at risk, and a missed week brings nobody out of it",
    given: {
      accounts: {
        Alder: [
          300_000,
          [
            [40, 50],
            [40, 50],
          ],
        ],
        Birch: [40_000, [40, 40, null, 50]],
      },
    },
    expect: { sum: "40000", contributors: ["Birch 40000"] },
  },
  {
    title: "Nobody is",
    given: { accounts: { Alder: [300_000, [80]] } },
    expect: { sum: "0", contributors: [] },
  },
];
