import type { LedgerPolicy } from "../ledger/index.ts";
import type { RetentionPolicy } from "./policy.ts";

const winback = {
  none: "Win-back ARR: excluded",
  opening_cohort: "Win-back ARR: counted for accounts of the opening cohort",
  all: "Win-back ARR: counted, wherever the account was lost",
} as const;

const nrrMethod = {
  cohort: "NRR follows the opening cohort",
  all_movements: "NRR takes every movement of the window",
  renewals_due: "NRR follows accounts with a line due in the window",
} as const;

const grrMethod = {
  cohort_losses: "GRR subtracts contraction and churn of the opening cohort",
  per_customer_min: "GRR takes the smaller of opening and closing per customer",
  running_floor: "GRR takes each customer's lowest point in the window",
  all_losses: "GRR subtracts every loss of the window",
  whole_book_min: "GRR takes the smaller of the two totals (can hide losses; kept to reproduce other tools)",
} as const;

/** A policy in words, a line for each choice that a reader of a figure must know. */
export function policyLines(policy: RetentionPolicy, ledger: LedgerPolicy): string[] {
  const churnOn = {
    end: "Churn is booked the day after the last day in force",
    notice: "Churn is booked on the day of notice",
    end_plus_grace: `Churn is booked ${ledger.graceDays} days after the end`,
  }[ledger.churnOn];
  return [
    "Contraction counted: yes, in NRR and GRR",
    winback[policy.winback],
    nrrMethod[policy.nrrMethod],
    grrMethod[policy.grrMethod],
    policy.logoDenominator === "opening"
      ? "Logo retention over the accounts of the opening"
      : "Logo retention over the accounts with a line due in the window",
    policy.fx === "constant"
      ? "Currencies at the rates of the opening day"
      : "Currencies at each day's own rates; their effect is shown apart",
    `A renewal up to ${ledger.graceDays} days late is back-filled`,
    churnOn,
    `A return within ${ledger.winbackDays} days of churn continues the account's life`,
    ledger.identity === "account" ? "A customer is an account" : "A customer is an ultimate parent account",
    ledger.discount === "net" ? "ARR at net prices" : "ARR at list prices where known",
    ledger.usage === "out" ? "Usage lines carry no ARR" : "Usage lines carry ARR",
    ledger.week === "52" ? "Weekly prices times 52" : "Weekly prices times 365/7",
  ];
}

/** A policy as flat keys and values: what a figure carries, and what the command line and the API accept. */
export function policyValues(policy: RetentionPolicy, ledger: LedgerPolicy): Record<string, string | number> {
  return { ...policy, ...ledger };
}
