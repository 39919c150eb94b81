import {
  type Known,
  known,
  type Money,
  money,
  type Rational,
  rational,
  shareOf,
  whereKnown,
} from "../kernel/index.ts";
import { entered, type FinancePeriod } from "./finance-period.ts";

const noRevenue = ({ from, to }: FinancePeriod) => `There was no revenue from ${from} to ${to}.`;

/** Operating income as a share of revenue. Term: operating-margin. Unit: share. */
export function operatingMargin(period: FinancePeriod): Known<Rational> {
  return whereKnown(entered(period, "operatingIncome", "revenue"), ({ operatingIncome, revenue }) =>
    shareOf(operatingIncome, revenue, noRevenue(period)),
  );
}

/** EBITDA as a share of revenue: what the Rule of 40 adds to growth. Unit: share. */
export function ebitdaMargin(period: FinancePeriod): Known<Rational> {
  return whereKnown(entered(period, "ebitda", "revenue"), ({ ebitda, revenue }) =>
    shareOf(ebitda, revenue, noRevenue(period)),
  );
}

/** What is left of revenue after the cost of serving customers, as a share of it. Unit: share. */
export function grossMargin(period: FinancePeriod): Known<Rational> {
  return whereKnown(entered(period, "revenue", "costOfRevenue"), ({ revenue, costOfRevenue }) =>
    shareOf(revenue - costOfRevenue, revenue, noRevenue(period)),
  );
}

/** What services leave after the cost of delivering them. */
export interface ServicesMargin {
  readonly amount: Known<Money>;
  readonly share: Known<Rational>;
}

/**
 * Revenue of services less the cost of delivering them, as an amount and as a share. Term: professional-services-margin.
 * The amount is known where nothing was sold: it is the cost, and the share of no revenue is not.
 */
export function servicesMargin(period: FinancePeriod): ServicesMargin {
  const of = entered(period, "servicesRevenue", "servicesCost");
  return {
    amount: whereKnown(of, (told) => known(money(told.servicesRevenue - told.servicesCost, period.currency))),
    share: whereKnown(of, (told) =>
      shareOf(
        told.servicesRevenue - told.servicesCost,
        told.servicesRevenue,
        `There was no revenue of services from ${period.from} to ${period.to}.`,
      ),
    ),
  };
}

/** Points of per cent: 0.28 is 28. */
export const points = (share: Rational): Rational => rational(share.n * 100n, share.d);
