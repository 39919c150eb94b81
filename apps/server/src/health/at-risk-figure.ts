import type { Figure } from "@termwise/core/glossary";
import type { AccountOnceAtRisk, ArrAtRisk, HealthPolicy } from "@termwise/core/health";
import type { Currency, Day, Instant } from "@termwise/core/kernel";
import { termById } from "@termwise/core/registry";

/** ARR at risk on a day as a figure, its contributors those the sum is made of. Term: arr-at-risk. Unit: money. */
export function atRiskFigure(
  { sum: total, contributors }: ArrAtRisk<AccountOnceAtRisk>,
  asked: {
    on: Day;
    week: Day;
    currency: Currency | null;
    freshAt: Instant | null;
    policy: HealthPolicy;
    /** Whether some accounts are scored by a model with rules of its own. */
    ownRules: boolean;
  },
): Figure {
  const { on, week, currency, freshAt, policy, ownRules } = asked;
  const sum = String(total);
  const term = termById("arr-at-risk");
  const { atRiskBelow, atRiskReadings, atRiskExit, carriedDays } = policy;
  return {
    term: "arr-at-risk",
    name: term.name,
    version: term.versions.at(-1)?.version ?? 1,
    unit: "money",
    currency,
    period: { text: on, from: on, to: on, opensOn: on },
    policy: { atRiskBelow, atRiskReadings, atRiskExit, carriedDays },
    policyText: `At risk is a score below ${atRiskBelow} in ${atRiskReadings} weekly measurements in a row, the last of ${week}; each account with its ARR of ${on}${ownRules ? "; accounts of a segment whose model has rules of its own by those, in every week by the segment they are of today" : ""}`,
    asOf: { effective: on, recorded: null },
    value: currency === null ? null : sum,
    reason: currency === null ? "There are no contract lines yet." : null,
    numerator: currency === null ? null : sum,
    denominator: null,
    contributors: contributors.length,
    freshAt,
    notes: [],
  };
}
