import {
  type Known,
  known,
  notKnown,
  over,
  type Rational,
  rational,
  shareOf,
  times,
  whereKnown,
} from "../kernel/index.ts";
import { entered, type FinancePeriod } from "./finance-period.ts";
import { grossMargin } from "./margins.ts";
import { type FinancePolicy, houseFinancePolicy } from "./policy.ts";

const nobodyWon = ({ from, to }: FinancePeriod) => `No customer was won from ${from} to ${to}.`;

/** What Sales and Marketing spent for each customer won. Term: cac. Unit: exact minor units. */
export function acquisitionCost(period: FinancePeriod): Known<Rational> {
  return whereKnown(entered(period, "salesAndMarketingCost", "customersWon"), (told) =>
    shareOf(told.salesAndMarketingCost, told.customersWon, nobodyWon(period)),
  );
}

/**
 * Months until what a new customer brings has made good what it cost to win it: CAC divided by what one customer won
 * brings in a month, margin unless the policy takes revenue. Term: cac-payback. Unit: months.
 */
export function cacPayback(
  period: FinancePeriod,
  policy: FinancePolicy = houseFinancePolicy,
): Known<Rational> {
  const basis = policy.paybackBasis === "margin" ? "monthlyMarginOfNew" : "monthlyRevenueOfNew";
  return whereKnown(acquisitionCost(period), (cost) =>
    whereKnown(entered(period, basis, "customersWon"), (told) =>
      told[basis] <= 0n
        ? notKnown("Customers won bring nothing in a month: what they cost is never made good.")
        : known(over(cost, rational(told[basis], told.customersWon))),
    ),
  );
}

/** The share of the customers at the opening that a period lost. Unit: share. */
function churnRate(period: FinancePeriod): Known<Rational> {
  return whereKnown(entered(period, "customersLost", "customersAtOpening"), (told) =>
    shareOf(told.customersLost, told.customersAtOpening, `There were no customers on ${period.from}.`),
  );
}

/**
 * What a customer is expected to bring while it stays: average revenue of a customer, times the margin unless the policy
 * takes revenue, divided by the churn rate of the same period. Term: cltv. Unit: exact minor units.
 */
export function lifetimeValue(
  period: FinancePeriod,
  policy: FinancePolicy = houseFinancePolicy,
): Known<Rational> {
  const margin = policy.cltvBasis === "margin" ? grossMargin(period) : known(rational(1n));
  return whereKnown(churnRate(period), (churn) => {
    if (churn.n === 0n) return notKnown("No customer was lost: how long one stays is not known.");
    return whereKnown(entered(period, "revenue", "customersAtOpening"), (told) =>
      whereKnown(margin, (kept) =>
        known(over(times(rational(told.revenue, told.customersAtOpening), kept), churn)),
      ),
    );
  });
}
