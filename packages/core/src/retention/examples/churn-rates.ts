import type { Example } from "../../glossary/index.ts";
import type { MetricTerm } from "../metrics.ts";
import type { BookCase } from "../plain-book.ts";
import { goldenBook, hundred, millionBook } from "./golden-book.ts";

const period = "2025";
/** Ten of 100 leave, and held a quarter of ARR. */
const quarterLost: BookCase = { period, lines: hundred(10, "300", "100") };
/** The 8 largest of 100 leave, and held 35 % of ARR. */
const largestLost: BookCase = { period, lines: hundred(8, "322", "52") };

/** Worked examples of the pair that is always shown together; shares with six places. */
export const churnRateExamples = {
  "logo-retention": [
    {
      scenario: "S-27",
      title: "92 of 100 stay; the 8 lost were the largest",
      given: largestLost,
      expect: "0.920000",
    },
    {
      scenario: "S-81",
      title: "A customer saved at a lower price is kept",
      given: {
        period,
        lines: [
          { account: "A", product: "Premium", from: "2024-01-01", to: "2025-05-31", arr: "12000" },
          { account: "A", product: "Standard", from: "2025-06-01", arr: "5000" },
        ],
      },
      expect: "1.000000",
    },
    {
      title: "Golden book: C is back, in another life",
      given: { period, lines: goldenBook },
      expect: "0.666667",
    },
    {
      title: "Golden book: the cohort's win-backs counted",
      given: { period, lines: goldenBook, policy: { winback: "opening_cohort" } },
      expect: "1.000000",
    },
  ],
  "retention-rate": [{ title: "90 of 100 are kept", given: quarterLost, expect: "0.900000" }],
  "churn-rate": [{ title: "10 of 100 are lost", given: quarterLost, expect: "0.100000" }],
  "logo-churn": [
    {
      scenario: "S-08",
      title: "10 of 100 leave with 25 % of ARR: the count",
      given: quarterLost,
      expect: "0.100000",
    },
    {
      scenario: "S-27",
      title: "8 of 100 leave with 35 % of ARR: the count",
      given: largestLost,
      expect: "0.080000",
    },
  ],
  "revenue-churn": [
    {
      scenario: "S-08",
      title: "10 of 100 leave with 25 % of ARR: the money",
      given: quarterLost,
      expect: "0.250000",
    },
    {
      scenario: "S-27",
      title: "8 of 100 leave with 35 % of ARR: the money",
      given: largestLost,
      expect: "0.350000",
    },
  ],
  "gross-churn": [
    {
      title: "40,000 of 1,000,000 lost; the 10,000 given up by others is contraction",
      given: { period, lines: millionBook },
      expect: "0.040000",
    },
  ],
  "net-churn": [
    {
      title: "50,000 lost and given up, 80,000 added: the base has grown",
      given: { period, lines: millionBook },
      expect: "-0.030000",
    },
  ],
} satisfies Partial<Record<MetricTerm, Example<BookCase, string | null>[]>>;
