import type { Example } from "../../glossary/index.ts";
import type { MetricTerm } from "../metrics.ts";
import type { BookCase } from "../plain-book.ts";
import { goldenBook, millionBook, ofHundred } from "./golden-book.ts";

const period = "2025";
const golden = (policy: BookCase["policy"]) => ({ period, lines: goldenBook, policy });

/** Worked examples of net and gross retention; shares with six places. */
export const netAndGrossExamples = {
  nrr: [
    {
      scenario: "S-24",
      title: "1,000,000 grows by 80,000, loses 40,000 and shrinks by 10,000",
      given: { period, lines: millionBook },
      expect: "1.030000",
    },
    { title: "Golden book: the opening cohort, win-backs out", given: golden({}), expect: "0.866667" },
    {
      title: "Golden book: the opening cohort, its win-backs counted",
      given: golden({ winback: "opening_cohort" }),
      expect: "1.133333",
    },
    {
      title: "Golden book: every movement, win-backs out",
      given: golden({ nrrMethod: "all_movements" }),
      expect: "0.700000",
    },
    {
      title: "Golden book: every movement, all win-backs counted",
      given: golden({ nrrMethod: "all_movements", winback: "all" }),
      expect: "1.100000",
    },
    {
      title: "No ARR at the opening: unknown, neither 0 % nor 100 %",
      given: { period, lines: [{ account: "A", from: "2025-02-01", arr: "100" }] },
      expect: null,
    },
  ],
  grr: [
    {
      scenario: "S-25",
      title: "40,000 lost and 10,000 given up of 1,000,000: 5 points lost",
      given: { period, lines: millionBook },
      expect: "0.950000",
    },
    {
      scenario: "S-33",
      title: "8 of 100 lost, whatever the others add",
      given: { period, lines: ofHundred(8, 30) },
      expect: "0.920000",
    },
    { title: "Golden book: losses of the cohort", given: golden({}), expect: "0.566667" },
    {
      title: "Golden book: the lowest point of each customer",
      given: golden({ grrMethod: "running_floor" }),
      expect: "0.566667",
    },
    {
      title: "Golden book: the smaller of opening and closing per customer",
      given: golden({ grrMethod: "per_customer_min" }),
      expect: "0.666667",
    },
    {
      title: "Golden book: the same, the cohort's win-backs counted",
      given: golden({ grrMethod: "per_customer_min", winback: "opening_cohort" }),
      expect: "0.933333",
    },
    {
      title: "Golden book: every loss of the period",
      given: golden({ nrrMethod: "all_movements", grrMethod: "all_losses" }),
      expect: "0.400000",
    },
    {
      title: "Golden book: the smaller of the two totals hides every loss",
      given: golden({ grrMethod: "whole_book_min" }),
      expect: "1.000000",
    },
  ],
  "nrr-grr-gap": [
    {
      scenario: "S-25",
      title: "NRR of 103 % over GRR of 95 %",
      given: { period, lines: millionBook },
      expect: "0.080000",
    },
    {
      scenario: "S-32",
      title: "GRR of 88 % and NRR of 105 %: growth hides 12 % lost",
      given: { period, lines: ofHundred(12, 17) },
      expect: "0.170000",
    },
  ],
  "dollar-retention": [
    {
      scenario: "S-28",
      title: "500,000 in January are 520,000 in December",
      given: {
        period,
        lines: [
          { account: "A", from: "2024-01-01", to: "2025-08-31", arr: "500000" },
          { account: "A", from: "2025-09-01", arr: "520000" },
        ],
      },
      expect: "1.040000",
    },
  ],
  "net-expansion-rate": [
    { title: "NRR of 103 % less one", given: { period, lines: millionBook }, expect: "0.030000" },
  ],
} satisfies Partial<Record<MetricTerm, Example<BookCase, string | null>[]>>;
