import type { Answer, Example } from "../glossary/index.ts";
import type { HealthCase } from "./examples.ts";

const rest = { usage: [30, 40], sentiment: [10, 10], support_load: [12, 20] } as const;

/** What engagement gives to scores. */
export const engagementExamples: readonly Example<HealthCase, Answer>[] = [
  {
    scenario: "S-17",
    title: "20 of the 30 points, in a score of 72",
    given: { model: "house", readings: { ...rest, engagement: [20, 30] } },
    expect: "20",
  },
  {
    title: "All that can be got is what the model gives it",
    given: { model: "house", readings: { ...rest, engagement: [9, 9] } },
    expect: "30",
  },
  {
    title: "Read too long ago, it is neither 0 nor what it was",
    given: { model: "house", readings: { ...rest, engagement: [20, 30, 15] } },
    expect: {
      unknown: "Engagement was last read 15 days ago; a reading counts for 14.",
    },
  },
];
