import type { LedgerPolicy } from "../ledger/index.ts";
import type { RetentionPolicy } from "./policy.ts";

/** A way other teams and tools count retention, so that their number can be held against ours. */
export interface PolicyPreset {
  readonly id: PolicyPresetId;
  readonly name: string;
  /** Who counts so, in our words. */
  readonly imitates: string;
  /** The dispute or contradiction of the vocabularies it answers otherwise, by its number in the register. */
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
      "Dispute D-5: does growth of won-back customers count in NRR? Default no. D-6: GRR cannot exceed 100 %",
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
    source: "Dispute D-5: the other answer to whether growth of won-back customers counts",
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
    source: "Contradiction C-03: churn as a rate of the period, not as what became of each customer",
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
      "Contradiction C-04: churn as the end of a subscription. Win-back treatment is one of the parameters vocabularies leave open",
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
      "Contradiction C-36: logo retention of all accounts, although only some may be due. The denominator is a choice",
    policy: { nrrMethod: "renewals_due", grrMethod: "cohort_losses", logoDenominator: "due" },
  },
  {
    id: "whole-book",
    name: "Whole book, capped",
    imitates:
      "Tools without customers in their data: GRR is the smaller of the two totals, so that one customer's growth hides another's loss.",
    source:
      "D-6 says that GRR cannot exceed 100 %, not for whom the limit holds; C-13 has it with and without contraction",
    policy: { nrrMethod: "cohort", grrMethod: "whole_book_min" },
  },
  {
    id: "running-floor",
    name: "Lowest point",
    imitates:
      "Cautious investors: each customer counts with the least they paid at any time of the period, and what was regained is not retained.",
    source: "Contradiction C-13: what GRR subtracts. Here what was regained within the period stays lost",
    policy: { nrrMethod: "cohort", grrMethod: "running_floor" },
  },
  {
    id: "reported-fx",
    name: "At reported rates",
    imitates: "Ledgers that convert each day at its own rate: a weaker currency looks like lost customers.",
    source: "No vocabulary says at which rates a period is converted; constant and reported are both in use",
    policy: { fx: "reported" },
  },
  {
    id: "parent-roll-up",
    name: "Parent roll-up",
    imitates:
      "CRM reports by ultimate parent: a subsidiary that leaves while its sister grows is contraction, or nothing at all.",
    source:
      "No vocabulary says who the customer is where accounts have a parent; CRM and billing answer differently",
    policy: { identity: "parent" },
  },
  {
    id: "on-notice",
    name: "Churn on notice",
    imitates:
      "Customer success teams that book a loss on the day notice is given, not when the contract ends.",
    source: "Contradiction C-04: churn when it is decided, or at the end of the contract",
    policy: { churnOn: "notice" },
  },
];

/** What a preset chooses. */
export function presetPolicy(id: PolicyPresetId): PolicyPreset["policy"] {
  return policyPresets.find((preset) => preset.id === id)?.policy ?? {};
}
