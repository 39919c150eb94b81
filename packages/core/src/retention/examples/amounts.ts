import type { Example } from "../../glossary/index.ts";
import type { MetricTerm } from "../metrics.ts";
import type { BookCase } from "../plain-book.ts";
import { goldenBook } from "./golden-book.ts";

const golden: BookCase = { period: "2025", lines: goldenBook };
const fiveSeats: BookCase = {
  period: "2025-01",
  lines: [{ account: "A", from: "2025-01-01", seats: 5, price: "150", per: "month" }],
};
const tenThenFive: BookCase = {
  period: "2025-08",
  lines: [
    { account: "A", from: "2025-01-01", seats: 10, price: "150", per: "month" },
    { account: "A", from: "2025-08-01", seats: 5, price: "150", per: "month" },
  ],
};

/** Worked examples of amounts; major units, plain decimal. */
export const amountExamples = {
  arr: [
    { scenario: "S-26", title: "Five seats at 150 a month", given: fiveSeats, expect: "9000.00" },
    { title: "Golden book: the whole book at the close", given: golden, expect: "380.00" },
    {
      title: "Weekly prices count 52 times a year",
      given: {
        period: "2025-01",
        lines: [{ account: "A", from: "2025-01-01", seats: 1, price: "10", per: "week" }],
      },
      expect: "520.00",
    },
    {
      title: "The last day in force still counts",
      given: {
        period: "2025-01",
        lines: [{ account: "A", from: "2024-02-01", to: "2025-01-31", arr: "100" }],
      },
      expect: "100.00",
    },
  ],
  mrr: [{ scenario: "S-26", title: "Five seats at 150 a month", given: fiveSeats, expect: "750.00" }],
  "opening-arr": [{ title: "Golden book: A, B and C at 100 each", given: golden, expect: "300.00" }],
  "closing-cohort-arr": [
    { title: "Golden book: A at 160, B at 100, C lost", given: golden, expect: "260.00" },
  ],
  "new-arr": [{ title: "Golden book: D joins at 50", given: golden, expect: "50.00" }],
  "expansion-arr": [
    {
      scenario: "S-26, S-06",
      title: "Five seats more at 150 a month in month 8",
      given: tenThenFive,
      expect: "9000.00",
    },
    { title: "Golden book: A by 60, and B back up by 30", given: golden, expect: "90.00" },
  ],
  "contraction-arr": [{ title: "Golden book: B gives up 30", given: golden, expect: "30.00" }],
  "churned-arr": [{ title: "Golden book: C with 100 and D with 50", given: golden, expect: "150.00" }],
  "winback-arr": [{ title: "Golden book: C back at 80, E at 40", given: golden, expect: "120.00" }],
  "land-and-expand": [
    {
      title: "Landed at 100,000, added 60,000 since",
      given: {
        period: "2025",
        lines: [
          { account: "A", from: "2023-01-01", arr: "100000" },
          { account: "A", product: "Analytics", from: "2024-05-01", arr: "60000" },
        ],
      },
      expect: "0.600000",
    },
  ],
} satisfies Partial<Record<MetricTerm, Example<BookCase, string | null>[]>>;
