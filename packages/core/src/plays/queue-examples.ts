import type { FlagSeverity } from "../facts/index.ts";
import type { Example } from "../glossary/index.ts";

/** Renewals that are over, each with its score 90 days before and whether it was renewed, and accounts at risk. */
export interface QueueCase {
  readonly renewals: readonly (readonly [score: number, renewed: boolean])[];
  readonly accounts: readonly {
    readonly name: string;
    readonly arr: string;
    readonly score: number;
    /** Days to the renewal; null: there is none. */
    readonly days: number | null;
    /** How grave each open red flag is; left out: none is open. */
    readonly flags?: readonly FlagSeverity[];
  }[];
}

const of = (times: number, score: number, renewed: boolean) =>
  Array.from({ length: times }, () => [score, renewed] as const);

/** In which order accounts at risk are turned to. */
export const queueExamples: readonly Example<QueueCase, readonly string[]>[] = [
  {
    scenario: "S-19",
    title: "What is to be lost, how likely, and how soon",
    given: {
      renewals: [...of(5, 35, false), ...of(5, 35, true), ...of(20, 80, true)],
      accounts: [
        { name: "Alder", arr: "120000", score: 38, days: 240 },
        { name: "Birch", arr: "84000", score: 38, days: 45 },
      ],
    },
    expect: ["Birch 84 × 0.56 × 2.00 = 94", "Alder 120 × 0.56 × 0.50 = 34"],
  },
  {
    title: "Without a past, the risk score tells: what is left of 100, and what a grave flag weighs",
    given: {
      renewals: [],
      accounts: [
        { name: "Cedar", arr: "10000", score: 20, days: null },
        { name: "Fir", arr: "10000", score: 40, days: null, flags: ["high"] },
      ],
    },
    expect: ["Cedar 10 × 0.80 × 0.50 = 4", "Fir 10 × 0.75 × 0.50 = 3.8"],
  },
  {
    title: "Renewals within 10 points of the score tell, those further off do not",
    given: {
      renewals: [...of(10, 30, false), ...of(10, 41, true)],
      accounts: [
        { name: "Dogwood", arr: "10000", score: 20, days: 90 },
        { name: "Elm", arr: "10000", score: 44, days: 90 },
      ],
    },
    expect: ["Dogwood 10 × 0.90 × 1.00 = 9", "Elm 10 × 0.28 × 1.00 = 2.8"],
  },
];
