import type { Example } from "../../glossary/index.ts";
import type { BookCase } from "../plain-book.ts";
import { goldenBook } from "./golden-book.ts";

type Examples<Id extends string, Result> = Readonly<Record<Id, readonly Example<BookCase, Result>[]>>;

const euro: Omit<BookCase, "period"> = {
  currency: "USD",
  lines: [{ account: "A", from: "2025-01-01", arr: "10000", currency: "EUR" }],
  rates: [
    { from: "2025-01-01", base: "EUR", quote: "USD", rate: "1.10" },
    { from: "2025-07-01", base: "EUR", quote: "USD", rate: "1.20" },
  ],
};

/** What lines in another currency are worth in that of the reports. */
export const currencyExamples: Examples<"contract-currency", string> = {
  "contract-currency": [
    {
      title: "EUR 10,000 a year at 1.10",
      given: { ...euro, period: "2025-03" },
      expect: "11000.00 USD",
    },
    {
      title: "At the rate in force on the day, where the policy asks for reported rates",
      given: { ...euro, period: "2025-08", policy: { fx: "reported" } },
      expect: "12000.00 USD",
    },
    {
      title: "Told in its own currency it is what was signed",
      given: { ...euro, currency: "EUR", period: "2025-08" },
      expect: "10000.00 EUR",
    },
  ],
};

/** The figures that stand on one page, each with how many accounts are behind it. */
export const tileExamples: Examples<"dashboards", string[]> = {
  dashboards: [
    {
      title: "Golden book: six figures of one period, from the same accounts",
      given: { period: "2025", lines: goldenBook },
      expect: [
        "nrr 0.866667, 3 accounts",
        "grr 0.566667, 3 accounts",
        "nrr-grr-gap 0.300000, 3 accounts",
        "logo-retention 0.666667, 3 accounts",
        "opening-arr 300.00, 3 accounts",
        "closing-cohort-arr 260.00, 2 accounts",
      ],
    },
  ],
};

/** Segments against the whole. */
export const segmentExamples: Examples<"benchmarking", string[]> = {
  benchmarking: [
    {
      title: "Mid-market keeps 88 % and all together 91 %: three points below",
      given: {
        period: "2025",
        lines: [
          { account: "A", from: "2024-01-01", to: "2025-03-31", arr: "12" },
          { account: "B", from: "2024-01-01", arr: "88" },
          { account: "C", from: "2024-01-01", to: "2025-03-31", arr: "6" },
          { account: "D", from: "2024-01-01", arr: "94" },
        ],
        segments: [
          { account: "A", from: "2024-01-01", segment: "Mid-market" },
          { account: "B", from: "2024-01-01", segment: "Mid-market" },
          { account: "C", from: "2024-01-01", segment: "SMB" },
          { account: "D", from: "2024-01-01", segment: "SMB" },
        ],
      },
      expect: ["Mid-market: GRR 0.880000", "SMB: GRR 0.940000", "all: GRR 0.910000"],
    },
  ],
};
