import {
  decimalText,
  type Known,
  known,
  notKnown,
  priorYear,
  type Rational,
  round,
  whereKnown,
} from "../kernel/index.ts";
import { acquisitionCost, cacPayback, lifetimeValue } from "./acquisition.ts";
import { burnRate } from "./burn.ts";
import type { FinancePeriod } from "./finance-period.ts";
import { ebitdaMargin, grossMargin, operatingMargin, servicesMargin } from "./margins.ts";
import type { FinanceInput } from "./names.ts";
import { type FinancePolicy, houseFinancePolicy } from "./policy.ts";
import { revenueGrowth, ruleOf40 } from "./rule-of-40.ts";

/** What a finance figure is counted in. */
export type FinanceUnit = "ratio" | "money" | "months" | "points";

/** A figure of one period, with the term it is of and what it was made of. */
export interface FinanceFigure {
  /** The term's id; for a part of one that has no term of its own, the part's name. */
  readonly id: string;
  readonly term: string;
  readonly name: string;
  readonly unit: FinanceUnit;
  /** A share with six places, whole minor units, or months or points with one place; null where it is not known. */
  readonly value: string | null;
  /** Why it is not known. */
  readonly reason: string | null;
  /** The inputs it is made of. */
  readonly inputs: readonly FinanceInput[];
  /** Only the Rule of 40: whether it is above what counts as healthy. */
  readonly healthy: boolean | null;
}

interface Definition {
  readonly id: string;
  readonly term: string;
  readonly name: string;
  readonly unit: FinanceUnit;
  readonly inputs: (policy: FinancePolicy) => readonly FinanceInput[];
  readonly of: (now: FinancePeriod, before: FinancePeriod | null, policy: FinancePolicy) => Known<Rational>;
}

const noYearBefore = (now: FinancePeriod): Known<never> => {
  const { from, to } = priorYear({ text: "", from: now.from, to: now.to });
  return notKnown(`Nothing is entered for ${from} to ${to}, the same days a year before.`);
};

const definitions: readonly Definition[] = [
  {
    id: "rule-of-40",
    term: "rule-of-40",
    name: "Rule of 40",
    unit: "points",
    inputs: () => ["revenue", "ebitda"],
    of: (now, before, policy) =>
      before ? whereKnown(ruleOf40(now, before, policy), ({ points }) => known(points)) : noYearBefore(now),
  },
  {
    id: "revenue-growth",
    term: "rule-of-40",
    name: "Growth of revenue",
    unit: "ratio",
    inputs: () => ["revenue"],
    of: (now, before) => (before ? revenueGrowth(now, before) : noYearBefore(now)),
  },
  {
    id: "ebitda-margin",
    term: "rule-of-40",
    name: "EBITDA margin",
    unit: "ratio",
    inputs: () => ["ebitda", "revenue"],
    of: ebitdaMargin,
  },
  {
    id: "operating-margin",
    term: "operating-margin",
    name: "Operating margin",
    unit: "ratio",
    inputs: () => ["operatingIncome", "revenue"],
    of: operatingMargin,
  },
  {
    id: "gross-margin",
    term: "cltv",
    name: "Margin after serving customers",
    unit: "ratio",
    inputs: () => ["revenue", "costOfRevenue"],
    of: grossMargin,
  },
  {
    id: "professional-services-margin",
    term: "professional-services-margin",
    name: "Services margin",
    unit: "ratio",
    inputs: () => ["servicesRevenue", "servicesCost"],
    of: (now) => servicesMargin(now).share,
  },
  {
    id: "cac",
    term: "cac",
    name: "CAC",
    unit: "money",
    inputs: () => ["salesAndMarketingCost", "customersWon"],
    of: acquisitionCost,
  },
  {
    id: "cac-payback",
    term: "cac-payback",
    name: "CAC payback",
    unit: "months",
    inputs: ({ paybackBasis }) => [
      "salesAndMarketingCost",
      paybackBasis === "margin" ? "monthlyMarginOfNew" : "monthlyRevenueOfNew",
      "customersWon",
    ],
    of: (now, _, policy) => cacPayback(now, policy),
  },
  {
    id: "cltv",
    term: "cltv",
    name: "CLTV",
    unit: "money",
    inputs: ({ cltvBasis }) => [
      "revenue",
      ...(cltvBasis === "margin" ? (["costOfRevenue"] as const) : []),
      "customersAtOpening",
      "customersLost",
    ],
    of: (now, _, policy) => lifetimeValue(now, policy),
  },
  {
    id: "burn-rate",
    term: "burn-rate",
    name: "Burn rate, a month",
    unit: "money",
    inputs: () => ["cashOut", "cashIn"],
    of: burnRate,
  },
];

const digits = { ratio: 6, months: 1, points: 1 } as const;

const textOf = (value: Rational, unit: FinanceUnit): string =>
  unit === "money" ? String(round(value)) : decimalText(value, digits[unit]);

/**
 * The finance figures of a period under a policy, from what was entered for it and, for growth, for the same days a year
 * before (null: nothing was). What an input is missing for says so and is never 0.
 */
export function financeFigures(
  now: FinancePeriod,
  before: FinancePeriod | null,
  policy: FinancePolicy = houseFinancePolicy,
): FinanceFigure[] {
  return definitions.map(({ id, term, name, unit, inputs, of }) => {
    const { value, reason } = of(now, before, policy);
    const rule = id === "rule-of-40" && before ? ruleOf40(now, before, policy).value : null;
    return {
      id,
      term,
      name,
      unit,
      value: value === null ? null : textOf(value, unit),
      reason,
      inputs: inputs(policy),
      healthy: rule?.healthy ?? null,
    };
  });
}
