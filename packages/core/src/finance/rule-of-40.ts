import {
  compare,
  type Known,
  known,
  notKnown,
  plus,
  priorYear,
  type Rational,
  rational,
  shareOf,
  whereKnown,
} from "../kernel/index.ts";
import { entered, type FinancePeriod } from "./finance-period.ts";
import { ebitdaMargin, points } from "./margins.ts";
import { type FinancePolicy, houseFinancePolicy } from "./policy.ts";

/** Growth and EBITDA margin in points, added up, and whether the sum is above what counts as healthy. */
export interface RuleOf40 {
  readonly points: Rational;
  readonly healthy: boolean;
}

/**
 * How much more revenue a period brought than the one a year before, as a share of that. The two must be a year apart
 * and in one currency. Unit: share.
 */
export function revenueGrowth(now: FinancePeriod, before: FinancePeriod): Known<Rational> {
  const apart = priorYear({ text: "", from: now.from, to: now.to });
  if (apart.from !== before.from || apart.to !== before.to)
    return notKnown(`Growth is told against ${apart.from} to ${apart.to}, the same days a year before.`);
  if (now.currency !== before.currency)
    return notKnown(`${now.currency} and ${before.currency} are not compared.`);
  return whereKnown(entered(now, "revenue"), ({ revenue }) =>
    whereKnown(entered(before, "revenue"), (earlier) =>
      shareOf(
        revenue - earlier.revenue,
        earlier.revenue,
        `There was no revenue from ${before.from} to ${before.to} to grow from.`,
      ),
    ),
  );
}

/**
 * The Rule of 40: growth of revenue and EBITDA margin, both in points, added up; healthy above 40, and 40 itself is not.
 * Term: rule-of-40. Unit: points.
 */
export function ruleOf40(
  now: FinancePeriod,
  before: FinancePeriod,
  policy: FinancePolicy = houseFinancePolicy,
): Known<RuleOf40> {
  return whereKnown(revenueGrowth(now, before), (growth) =>
    whereKnown(ebitdaMargin(now), (margin) => {
      const sum = points(plus(growth, margin));
      return known({ points: sum, healthy: compare(sum, rational(BigInt(policy.healthyAbove))) > 0 });
    }),
  );
}
