import type { Answer, Example } from "../../glossary/index.ts";
import type { PlainPeriod } from "../plain-finance.ts";
import type { FinancePolicy } from "../policy.ts";

/** A period of Finance, with the policy where it is not that of the house. */
export interface PeriodCase {
  readonly period: PlainPeriod;
  readonly policy?: Partial<FinancePolicy>;
}

/** A period, and the one a year before. */
export interface GrowthCase extends PeriodCase {
  readonly before: PlainPeriod;
}

type PeriodExamples = readonly Example<PeriodCase, Answer>[];

const year = { from: "2026-01-01", to: "2026-12-31" };
const before = { from: "2025-01-01", to: "2025-12-31", revenue: "1000000000" };
const quarter = { from: "2026-07-01", to: "2026-09-30" };

/** Growth and margin, and whether their sum is above 40. */
export const ruleOf40Examples: readonly Example<GrowthCase, Answer>[] = [
  {
    scenario: "S-79",
    title: "Growth of 28 and a margin of 15 make 43, which is above 40",
    given: { period: { ...year, revenue: "1280000000", ebitda: "192000000" }, before },
    expect: "43.00, healthy",
  },
  {
    scenario: "S-79",
    title: "Exactly 40 is not above 40",
    given: { period: { ...year, revenue: "1250000000", ebitda: "187500000" }, before },
    expect: "40.00, not healthy",
  },
  {
    title: "One hundredth of a point more is",
    given: { period: { ...year, revenue: "1250000000", ebitda: "187625000" }, before },
    expect: "40.01, healthy",
  },
  {
    title: "A loss lowers the sum: 60 of growth less 25",
    given: { period: { ...year, revenue: "1600000000", ebitda: "-400000000" }, before },
    expect: "35.00, not healthy",
  },
  {
    title: "Growth is told against the same days a year before, not against a quarter",
    given: {
      period: { ...year, revenue: "1280000000", ebitda: "192000000" },
      before: { from: "2025-10-01", to: "2025-12-31", revenue: "300000000" },
    },
    expect: { unknown: "Growth is told against 2025-01-01 to 2025-12-31, the same days a year before." },
  },
];

/** Operating income of revenue. */
export const operatingMarginExamples: PeriodExamples = [
  {
    title: "1.5 of 10 million",
    given: { period: { ...year, operatingIncome: "150000000", revenue: "1000000000" } },
    expect: "0.150000",
  },
  {
    title: "A loss makes it negative",
    given: { period: { ...year, operatingIncome: "-50000000", revenue: "1000000000" } },
    expect: "-0.050000",
  },
  {
    title: "Without revenue there is none",
    given: { period: { ...year, operatingIncome: "-50000000", revenue: "0" } },
    expect: { unknown: "There was no revenue from 2026-01-01 to 2026-12-31." },
  },
  {
    title: "What nobody entered is not taken for 0",
    given: { period: { ...year, revenue: "1000000000" } },
    expect: { unknown: "Operating income is not entered for 2026-01-01 to 2026-12-31." },
  },
];

/** What services leave, as an amount and as a share. */
export const servicesMarginExamples: readonly Example<
  PeriodCase,
  { readonly amount: Answer; readonly share: Answer }
>[] = [
  {
    scenario: "S-86",
    title: "80,000 of revenue that cost 60,000 to deliver",
    given: { period: { ...quarter, servicesRevenue: "8000000", servicesCost: "6000000" } },
    expect: { amount: "20000.00 USD", share: "0.250000" },
  },
  {
    scenario: "S-86",
    title: "Delivered for more than was paid",
    given: { period: { ...quarter, servicesRevenue: "8000000", servicesCost: "9000000" } },
    expect: { amount: "-10000.00 USD", share: "-0.125000" },
  },
  {
    title: "Given away: an amount, and no share of nothing",
    given: { period: { ...quarter, servicesRevenue: "0", servicesCost: "400000" } },
    expect: {
      amount: "-4000.00 USD",
      share: { unknown: "There was no revenue of services from 2026-07-01 to 2026-09-30." },
    },
  },
];

/** Cash out less cash in, a month. */
export const burnExamples: PeriodExamples = [
  {
    title: "2.4 million out and 1.8 in over three months",
    given: { period: { ...quarter, cashOut: "240000000", cashIn: "180000000" } },
    expect: "200000.00 USD",
  },
  {
    title: "More came in: nothing burns, and the number is below zero",
    given: { period: { ...quarter, cashOut: "180000000", cashIn: "195000000" } },
    expect: "-50000.00 USD",
  },
  {
    title: "Six weeks are not told by the month",
    given: { period: { from: "2026-07-01", to: "2026-08-12", cashOut: "240000000", cashIn: "180000000" } },
    expect: { unknown: "2026-07-01 to 2026-08-12 is not a number of whole months." },
  },
];

/** Cost of Sales and Marketing for each customer won. */
export const cacExamples: PeriodExamples = [
  {
    title: "600,000 for 20 customers",
    given: { period: { ...quarter, salesAndMarketingCost: "60000000", customersWon: 20 } },
    expect: "30000.00 USD",
  },
  {
    title: "Rounded once, to the cent",
    given: { period: { ...quarter, salesAndMarketingCost: "10000000", customersWon: 3 } },
    expect: "33333.33 USD",
  },
  {
    title: "Nobody was won: there is none, and it is not 0",
    given: { period: { ...quarter, salesAndMarketingCost: "60000000", customersWon: 0 } },
    expect: { unknown: "No customer was won from 2026-07-01 to 2026-09-30." },
  },
];

const won = { ...quarter, salesAndMarketingCost: "60000000", customersWon: 20 };

/** Months until what was spent is made good. */
export const paybackExamples: PeriodExamples = [
  {
    title: "30,000 each, and 2,500 of margin a month",
    given: { period: { ...won, monthlyMarginOfNew: "5000000" } },
    expect: "12.00",
  },
  {
    title: "By revenue it looks a third shorter",
    given: {
      period: { ...won, monthlyMarginOfNew: "5000000", monthlyRevenueOfNew: "7500000" },
      policy: { paybackBasis: "revenue" },
    },
    expect: "8.00",
  },
  {
    title: "Without a margin it is never paid back",
    given: { period: { ...won, monthlyMarginOfNew: "-100000" } },
    expect: { unknown: "Customers won bring nothing in a month: what they cost is never made good." },
  },
];

const served = { ...year, revenue: "200000000", costOfRevenue: "50000000", customersAtOpening: 100 };

/** What a customer is expected to bring while it stays. */
export const lifetimeExamples: PeriodExamples = [
  {
    title: "20,000 a year, 75 % of it margin, one in ten lost",
    given: { period: { ...served, customersLost: 10 } },
    expect: "150000.00 USD",
  },
  {
    title: "By revenue the same customers look worth a third more",
    given: { period: { ...served, customersLost: 10 }, policy: { cltvBasis: "revenue" } },
    expect: "200000.00 USD",
  },
  {
    title: "Nobody was lost: how long a customer stays is not known",
    given: { period: { ...served, customersLost: 0 } },
    expect: { unknown: "No customer was lost: how long one stays is not known." },
  },
];
