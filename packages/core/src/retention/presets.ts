import type { LedgerPolicy } from "../ledger/index.ts";
import type { RetentionPolicy } from "./policy.ts";

/** A way other teams and tools count retention, so that their number can be held against ours. */
export interface PolicyPreset {
  readonly id: PolicyPresetId;
  readonly name: string;
  /** Who counts so, in our words. */
  readonly imitates: string;
  /** What the choice goes back to. */
  readonly source: string;
  /** What it chooses; everything else is as the house counts. A preset that names one method names both. */
  readonly policy: Partial<RetentionPolicy> & Partial<LedgerPolicy>;
}

/** The presets by their names in addresses and on the command line. */
export const policyPresetIds = [
  "finance-board",
  "winbacks-counted",
  "all-movements",
  "billing-tool",
  "renewals-due",
  "whole-book",
  "running-floor",
  "reported-fx",
  "parent-roll-up",
  "on-notice",
] as const;
/** The name of a preset. */
export type PolicyPresetId = (typeof policyPresetIds)[number];

/** Ways to count that numbers from elsewhere are most often found to follow. */
export const policyPresets: readonly PolicyPreset[] = [
  {
    id: "finance-board",
    name: "Finance board",
    imitates:
      "Board papers that follow the customers of the opening and take the smaller of opening and closing for each: no growth makes up for a loss, and what was lost and won again is new business.",
    source:
      "GRR can never exceed 100 %; win-backs out is the answer most glossaries give to the second dispute about NRR",
    policy: {
      winback: "none",
      nrrMethod: "cohort",
      grrMethod: "per_customer_min",
      logoDenominator: "opening",
    },
  },
  {
    id: "winbacks-counted",
    name: "Win-backs counted",
    imitates:
      "Customer success dashboards that ask what last year's customers pay today, whether or not they were away in between.",
    source:
      "Whether growth of customers who left and came back counts is a dispute of its own about NRR; the answer is a choice, printed beside the number",
    policy: {
      winback: "opening_cohort",
      nrrMethod: "cohort",
      grrMethod: "per_customer_min",
      logoDenominator: "opening",
    },
  },
  {
    id: "all-movements",
    name: "All movements",
    imitates:
      "Spreadsheets that add up every expansion, contraction and churn of the period, also those of customers who came after the opening, over the opening ARR.",
    source: "Churn read as a rate of the period rather than as what became of customers",
    policy: {
      winback: "none",
      nrrMethod: "all_movements",
      grrMethod: "all_losses",
      logoDenominator: "opening",
    },
  },
  {
    id: "billing-tool",
    name: "Subscription billing tool",
    imitates:
      "Reports built on subscription billing: every movement of the period counts, and a customer who returns is a reactivation that adds to net retention.",
    source:
      "Churn as the end of a subscription and not of a customer; win-back treatment is open in most glossaries",
    policy: {
      winback: "all",
      nrrMethod: "all_movements",
      grrMethod: "all_losses",
      logoDenominator: "opening",
    },
  },
  {
    id: "renewals-due",
    name: "Renewals due",
    imitates:
      "Renewal forecasts that ask only about the contracts that came up: a customer in the middle of a term is in neither part of the ratio.",
    source:
      "Logo retention over all customers although only some were due is a known contradiction: the denominator is a choice",
    policy: { nrrMethod: "renewals_due", grrMethod: "cohort_losses", logoDenominator: "due" },
  },
  {
    id: "whole-book",
    name: "Whole book, capped",
    imitates:
      "Tools without customers in their data: GRR is the smaller of the two totals, so that one customer's growth hides another's loss.",
    source: "GRR described as capped at 100 % without saying for whom; kept to reproduce such numbers",
    policy: { nrrMethod: "cohort", grrMethod: "whole_book_min" },
  },
  {
    id: "running-floor",
    name: "Lowest point",
    imitates:
      "Cautious investors: each customer counts with the least they paid at any time of the period, and what was regained is not retained.",
    source: "Whether a loss made good within the period was a loss is answered differently",
    policy: { nrrMethod: "cohort", grrMethod: "running_floor" },
  },
  {
    id: "reported-fx",
    name: "At reported rates",
    imitates: "Ledgers that convert each day at its own rate: a weaker currency looks like lost customers.",
    source: "Constant and reported rates are both in use; the effect of rates is a step of its own here",
    policy: { fx: "reported" },
  },
  {
    id: "parent-roll-up",
    name: "Parent roll-up",
    imitates:
      "CRM reports by ultimate parent: a subsidiary that leaves while its sister grows is contraction, or nothing at all.",
    source: "Who a customer is differs between CRM and billing",
    policy: { identity: "parent" },
  },
  {
    id: "on-notice",
    name: "Churn on notice",
    imitates:
      "Customer success teams that book a loss on the day notice is given, not when the contract ends.",
    source: "Churn as a decision or as an end: the day of churn is a known contradiction between teams",
    policy: { churnOn: "notice" },
  },
];

/** What a preset chooses. */
export function presetPolicy(id: PolicyPresetId): PolicyPreset["policy"] {
  return policyPresets.find((preset) => preset.id === id)?.policy ?? {};
}
