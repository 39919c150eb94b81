import { z } from "zod";
import { Currency, Day } from "../kernel/index.ts";

const unsigned = z
  .string()
  .regex(/^\d{1,18}$/, "is not a whole number of minor units of 0 or more")
  .nullable()
  .default(null);
const signed = z
  .string()
  .regex(/^-?\d{1,18}$/, "is not a whole number of minor units")
  .nullable()
  .default(null);
const count = z.int().min(0).max(1_000_000_000).nullable().default(null);

/**
 * What Finance enters for some days, `from` to `to`, both included: amounts in whole minor units of one currency, and
 * numbers of customers. What is not entered is null, and no figure takes it for 0.
 *
 * `costOfRevenue` is what serving customers cost; `monthlyRevenueOfNew` and `monthlyMarginOfNew` are what all customers
 * won in the period bring in a month, before and after that cost; `customersAtOpening` and `customersLost` are of the
 * same customers: those lost were there at the opening.
 */
export const financeInputs = {
  from: Day,
  to: Day,
  currency: Currency,
  revenue: unsigned,
  costOfRevenue: unsigned,
  operatingIncome: signed,
  ebitda: signed,
  cashIn: unsigned,
  cashOut: unsigned,
  servicesRevenue: unsigned,
  servicesCost: unsigned,
  salesAndMarketingCost: unsigned,
  monthlyRevenueOfNew: unsigned,
  monthlyMarginOfNew: signed,
  customersWon: count,
  customersAtOpening: count,
  customersLost: count,
} as const;
