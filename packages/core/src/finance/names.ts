// The words of what Finance enters. Without the validator, so that screens can take them alone.
import type { FinancePeriod } from "./finance-period.ts";

/** What is entered of a period, as people call it. */
export const inputNames = {
  revenue: "Revenue",
  costOfRevenue: "The cost of serving customers",
  operatingIncome: "Operating income",
  ebitda: "EBITDA",
  cashIn: "Cash in",
  cashOut: "Cash out",
  servicesRevenue: "Revenue of services",
  servicesCost: "The cost of delivering services",
  salesAndMarketingCost: "The cost of Sales and Marketing",
  monthlyRevenueOfNew: "Monthly revenue of customers won",
  monthlyMarginOfNew: "Monthly margin of customers won",
  customersWon: "The number of customers won",
  customersAtOpening: "The number of customers at the opening",
  customersLost: "The number of customers lost",
} as const satisfies Record<Exclude<keyof FinancePeriod, "from" | "to" | "currency">, string>;
/** An input of {@link inputNames}. */
export type FinanceInput = keyof typeof inputNames;

/** The columns of a period as people write it, in a form or a file: days, currency, then each input. */
export const typedColumns = [
  "from",
  "to",
  "currency",
  .../* @__PURE__ */ (Object.keys(inputNames) as FinanceInput[]),
] as const;
