import type { Answer, Example } from "../glossary/index.ts";
import type { PlainScore } from "./examples.ts";

/** Use and scores week by week, from the week to 4 January 2026 on, and choices other than those of the house. */
export interface LeadCase {
  readonly use: readonly (number | null)[];
  readonly weeks: readonly (PlainScore | null)[];
  readonly policy?: { readonly useFallPercent?: number; readonly leadWeeks?: number };
}

/** Falls of use with what health did after each, what no fall came before, and the median of the days between. */
export interface LeadText {
  readonly falls: readonly string[];
  readonly unled: readonly string[];
  readonly median: Answer;
}

const none = { unknown: "No fall of use came before a fall of health." };

/** What led what. */
export const leadExamples: readonly Example<LeadCase, LeadText>[] = [
  {
    title: "Use falls by 40 %, and three weeks later the score falls below 70",
    given: { use: [100, 100, 100, 100, 60, 60, 60, 60], weeks: [80, 80, 80, 80, 78, 74, 71, 69] },
    expect: {
      falls: ["2026-02-01 from 100 to 60, −40 %: below 70 on 2026-02-22, 21 days later"],
      unled: [],
      median: "21",
    },
  },
  {
    title: "By 29 % it is no fall, and health fell without one",
    given: { use: [100, 100, 100, 100, 71, 71], weeks: [80, 80, 80, 80, 72, 69] },
    expect: { falls: [], unled: ["2026-02-08 below 70"], median: none },
  },
  {
    title: "Through both thresholds in one week: the lower one is told, no day between",
    given: { use: [40, 40, 40, 40, 10], weeks: [90, 90, 90, 90, 40] },
    expect: {
      falls: ["2026-02-01 from 40 to 10, −75 %: below 45 on 2026-02-01, 0 days later"],
      unled: [],
      median: "0",
    },
  },
  {
    title: "A score that may lie on either side has fallen through nothing, and there is time left",
    given: { use: [10, 10, 10, 10, 5], weeks: [80, 80, 80, 80, [60, 75]] },
    expect: { falls: ["2026-02-01 from 10 to 5, −50 %: not yet"], unled: [], median: none },
  },
  {
    title: "What comes later than the weeks that are looked at was not led",
    given: {
      use: [10, 10, 10, 10, 5, 10, 10, 10],
      weeks: [80, 80, 80, 80, 80, 80, 80, 60],
      policy: { leadWeeks: 2 },
    },
    expect: { falls: ["2026-02-01 from 10 to 5, −50 %: none"], unled: ["2026-02-22 below 70"], median: none },
  },
  {
    title: "A week without data is no fall, and an account that is low already can fall no further",
    given: { use: [10, null, 10, 10, 10, 4], weeks: [40, 40, 40, 40, 40, 40] },
    expect: { falls: ["2026-02-08 from 10 to 4, −60 %: low_already"], unled: [], median: none },
  },
];
