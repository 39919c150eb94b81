import { goldenBook, type MetricTerm, type RetentionPolicy } from "../retention/index.ts";

/** A figure of the golden book under a policy, known from working it out by hand. */
export interface GoldenCase {
  readonly term: MetricTerm;
  readonly title: string;
  readonly given: {
    readonly period: string;
    readonly lines: typeof goldenBook;
    readonly policy: Partial<RetentionPolicy>;
  };
  readonly expect: string;
}

const table: readonly (readonly [MetricTerm, string, Partial<RetentionPolicy>])[] = [
  ["nrr", "0.866667", { nrrMethod: "cohort", winback: "none" }],
  ["nrr", "1.133333", { nrrMethod: "cohort", winback: "opening_cohort" }],
  ["nrr", "1.266667", { nrrMethod: "cohort", winback: "all" }],
  ["nrr", "0.700000", { nrrMethod: "all_movements", winback: "none" }],
  ["nrr", "1.100000", { nrrMethod: "all_movements", winback: "all" }],
  ["grr", "0.566667", { grrMethod: "cohort_losses" }],
  ["grr", "0.566667", { grrMethod: "running_floor" }],
  ["grr", "0.666667", { grrMethod: "per_customer_min" }],
  ["grr", "0.933333", { grrMethod: "per_customer_min", winback: "opening_cohort" }],
  ["grr", "0.400000", { grrMethod: "all_losses", nrrMethod: "all_movements" }],
  ["grr", "1.000000", { grrMethod: "whole_book_min" }],
  ["logo-retention", "0.666667", { winback: "none" }],
  ["logo-retention", "1.000000", { winback: "opening_cohort" }],
  ["opening-arr", "300.00", {}],
  ["closing-cohort-arr", "260.00", {}],
  ["arr", "380.00", {}],
  ["new-arr", "50.00", {}],
  ["expansion-arr", "90.00", {}],
  ["contraction-arr", "30.00", {}],
  ["churned-arr", "150.00", {}],
  ["winback-arr", "120.00", {}],
];

const said = (policy: Partial<RetentionPolicy>): string =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ") || "the defaults";

/**
 * The golden vectors of retention: one small book, its figures under every choice of method and win-back. Policies that
 * are not named are the defaults. The answers are written down, not computed.
 */
export const goldenCases: readonly GoldenCase[] = table.map(([term, expect, policy]) => ({
  term,
  title: `Golden book under ${said(policy)}`,
  given: { period: "2025", lines: goldenBook, policy },
  expect,
}));
