import { type Known, known, notKnown, over, type Rational, rational, sumOf } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { isBelow } from "./thresholds.ts";

/** A month of a feature area: the known health scores of the accounts that used it. */
export interface AreaMonth {
  readonly month: string;
  readonly scores: readonly Rational[];
}

/** How an area fares month by month, and whether it is one of concern. */
export interface AreaHealth {
  readonly months: readonly {
    readonly month: string;
    readonly mean: Known<Rational>;
    readonly accounts: number;
  }[];
  readonly flagged: boolean;
}

/**
 * The mean health of the accounts that used an area of the product, month by month; flagged when the latest months, as
 * many as the policy says, all lie below 60. A month without scores breaks the row. Term: feature-area-health.
 */
export function featureAreaHealth(
  months: readonly AreaMonth[],
  policy: HealthPolicy = houseHealthPolicy,
): AreaHealth {
  const means = months.map(({ month, scores }) => ({
    month,
    accounts: scores.length,
    mean:
      scores.length === 0
        ? notKnown("No account with a known score used it.")
        : known(over(sumOf(scores), rational(BigInt(scores.length)))),
  }));
  const latest = means.slice(-policy.areaReadings);
  const flagged =
    latest.length === policy.areaReadings &&
    latest.every(
      ({ mean: { value } }) =>
        value !== null && isBelow({ low: value, high: value }, policy.areaHealthBelow) === "yes",
    );
  return { months: means, flagged };
}
