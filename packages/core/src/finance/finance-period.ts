import { z } from "zod";
import { Currency, Day, type Known, known, notKnown } from "../kernel/index.ts";

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
export const FinancePeriod = z
  .strictObject({
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
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "is before from" })
  .refine(
    ({ customersAtOpening: opening, customersLost: lost }) =>
      opening === null || lost === null || lost <= opening,
    { path: ["customersLost"], message: "is more than there were at the opening" },
  );
/** What Finance enters for some days. */
export type FinancePeriod = z.infer<typeof FinancePeriod>;

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

/** Some inputs of a period as whole numbers; not known as soon as one of them is not entered. */
export function entered<Input extends FinanceInput>(
  period: FinancePeriod,
  ...inputs: readonly Input[]
): Known<Readonly<Record<Input, bigint>>> {
  const missing = inputs.find((input) => period[input] === null);
  if (missing) return notKnown(`${inputNames[missing]} is not entered for ${period.from} to ${period.to}.`);
  const amounts = inputs.map((input) => [input, BigInt(period[input] ?? 0)]);
  return known(Object.fromEntries(amounts) as Record<Input, bigint>);
}
