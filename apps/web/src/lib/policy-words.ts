import type { PolicyChoice } from "./search.ts";

type Words = { name: string; values: Record<string, readonly [label: string, hint: string]> };

/** Every policy choice in words: its name, its values, what each does. */
export const policyWords: Record<PolicyChoice, Words> = {
  winback: {
    name: "Win-back ARR",
    values: {
      none: ["Excluded", "ARR of customers lost and won again is left out"],
      opening_cohort: ["Opening cohort", "Counted when the customer was there at the opening"],
      all: ["All", "Counted also for customers lost before the window"],
    },
  },
  "nrr.method": {
    name: "NRR counts",
    values: {
      cohort: ["Opening cohort", "What the customers of the opening hold at the close"],
      all_movements: ["All movements", "Every expansion, contraction and churn of the window"],
      renewals_due: ["Renewals due", "Only customers with a line due in the window"],
    },
  },
  "grr.method": {
    name: "GRR counts",
    values: {
      cohort_losses: ["Cohort losses", "Opening less contraction and churn of the cohort"],
      per_customer_min: ["Per customer", "The smaller of opening and closing, customer by customer"],
      running_floor: ["Running floor", "The lowest point of each customer in the window"],
      all_losses: ["All losses", "Every loss of the window; goes with all movements"],
      whole_book_min: ["Whole book", "The smaller of the two totals; to reproduce other tools"],
    },
  },
  "logo.denominator": {
    name: "Logos counted",
    values: {
      opening: ["Opening cohort", "All customers of the opening"],
      due: ["Due", "Only customers with a line due in the window"],
    },
  },
  fx: {
    name: "FX",
    values: {
      constant: ["Constant", "The whole window at the opening day's rates"],
      reported: ["Reported", "Each day at its own rates; FX is a step of its own"],
    },
  },
  "churn.on": {
    name: "Churn is booked",
    values: {
      end: ["At the end", "The day after the last day in force"],
      notice: ["On notice", "The day notice was given"],
      end_plus_grace: ["After grace", "Once the grace for late renewals has run out"],
    },
  },
  identity: {
    name: "A customer is",
    values: {
      account: ["The account", "Each account by itself"],
      parent: ["The parent", "Everything under one ultimate parent"],
    },
  },
  discount: {
    name: "Prices",
    values: { net: ["Net", "After discount"], list: ["List", "Before discount, where known"] },
  },
  usage: {
    name: "Usage lines",
    values: { out: ["Out", "Carry no ARR"], in: ["In", "Carry ARR"] },
  },
};
