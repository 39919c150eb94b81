import type { Example } from "../../glossary/index.ts";
import type { BookCase } from "../plain-book.ts";
import { goldenBook } from "./golden-book.ts";

/** A bridge as examples show it: opening, the steps that are not zero, closing; major units. */
export type BridgeText = Readonly<Record<string, string>>;

const period = "2025";
const moved: Omit<BookCase, "slice"> = {
  period,
  lines: [{ account: "A", from: "2024-01-01", arr: "100" }],
  segments: [
    { account: "A", from: "2024-01-01", segment: "SMB" },
    { account: "A", from: "2025-05-01", segment: "Mid-market" },
  ],
};
const euro: BookCase = {
  period,
  currency: "USD",
  lines: [{ account: "A", from: "2024-01-01", arr: "1000", currency: "EUR" }],
  rates: [
    { from: "2024-01-01", base: "EUR", quote: "USD", rate: "1.10" },
    { from: "2025-07-01", base: "EUR", quote: "USD", rate: "1.20" },
  ],
};

/** Worked examples of roll-forwards. */
export const bridgeExamples: Readonly<
  Record<"arr-bridge" | "transfer" | "fx-effect", readonly Example<BookCase, BridgeText>[]>
> = {
  "arr-bridge": [
    {
      title: "Golden book: from 300 to 380 without a remainder",
      given: { period, lines: goldenBook },
      expect: {
        opening: "300.00",
        new: "50.00",
        reactivation: "120.00",
        expansion: "90.00",
        contraction: "-30.00",
        churn: "-150.00",
        closing: "380.00",
      },
    },
  ],
  transfer: [
    {
      title: "A customer leaves SMB: moved out, not churned",
      given: { ...moved, slice: { segment: ["SMB"] } },
      expect: { opening: "100.00", moved_out: "-100.00", closing: "0.00" },
    },
    {
      title: "The same customer enters Mid-market: moved in, not new",
      given: { ...moved, slice: { segment: ["Mid-market"] } },
      expect: { opening: "0.00", moved_in: "100.00", closing: "100.00" },
    },
    {
      title: "In the whole book nothing has moved",
      given: moved,
      expect: { opening: "100.00", closing: "100.00" },
    },
  ],
  "fx-effect": [
    {
      title: "At reported rates the stronger euro stands apart",
      given: { ...euro, policy: { fx: "reported" } },
      expect: { opening: "1100.00", fx: "100.00", closing: "1200.00" },
    },
    {
      title: "At constant rates there is none",
      given: euro,
      expect: { opening: "1100.00", closing: "1100.00" },
    },
  ],
};

/** Worked examples of who is followed. */
export const cohortExamples = {
  "opening-cohort": [
    {
      title: "Golden book: D joins later, E had left before",
      given: { period, lines: goldenBook },
      expect: ["A", "B", "C"],
    },
  ],
} satisfies Record<string, Example<BookCase, string[]>[]>;

/** Worked examples of cohorts by first ARR: per cohort its ARR at ages 0, 1, 2, in major units. */
export const vintageExamples = {
  "retention-cohort": [
    {
      title: "Two of 2023 and 2024: index 0 is the end of the first year",
      given: {
        period,
        lines: [
          { account: "A", from: "2023-03-01", to: "2024-06-30", arr: "100" },
          { account: "A", from: "2024-07-01", arr: "130" },
          { account: "B", from: "2024-02-01", to: "2025-01-31", arr: "50" },
        ],
      },
      expect: { FY2023: ["100.00", "130.00", "130.00"], FY2024: ["50.00", "0.00"] },
    },
  ],
} satisfies Record<string, Example<BookCase, Readonly<Record<string, readonly string[]>>>[]>;
