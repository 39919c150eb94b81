import { type FactSet, noFacts } from "@termwise/core/facts";
import type { GoldenExpectation, GoldenRatio } from "./golden-expectations.ts";
import { goldenAccount, goldenAttribute, goldenLine, type PlainLine } from "./golden-line.ts";

const lines: readonly PlainLine[] = [
  { account: "A", id: "1", price: "100 year", from: "2023-06-01", to: "2025-02-28" },
  { account: "A", id: "2", price: "160 year", from: "2025-03-01", renews: "1" },
  { account: "B", id: "1", price: "100 year", from: "2023-06-01", to: "2025-03-31" },
  { account: "B", id: "2", price: "70 year", from: "2025-04-01", to: "2025-07-31", renews: "1" },
  { account: "B", id: "3", price: "100 year", from: "2025-08-01", renews: "2" },
  { account: "C", id: "1", price: "100 year", from: "2023-06-01", to: "2025-04-30" },
  { account: "C", id: "2", price: "80 year", from: "2025-10-01" },
  { account: "D", id: "1", price: "50 year", from: "2025-02-01", to: "2025-10-31" },
  { account: "E", id: "1", price: "60 year", from: "2023-06-01", to: "2024-05-31" },
  { account: "E", id: "2", price: "40 year", from: "2025-06-01" },
];

const percent = (value: string, numerator: number, denominator = 300): GoldenRatio => [
  value,
  BigInt(numerator) * 100n,
  BigInt(denominator) * 100n,
];

const expected: readonly GoldenExpectation[] = [
  {
    title:
      "opening 300, closing 380; C's return at 80 is a later life and does not count: 160 + 100 + 0 = 260",
    period: "2025",
    figures: {
      "opening-arr": 30_000n,
      arr: 38_000n,
      nrr: percent("0.866667", 260),
      // 300 - B's 30 - C's 100
      grr: percent("0.566667", 170),
      "logo-retention": ["0.666667", 2n, 3n],
    },
  },
  {
    title: "win-backs of the cohort count: C's 80",
    period: "2025",
    policy: { winback: "opening_cohort" },
    figures: { nrr: percent("1.133333", 340), "logo-retention": ["1.000000", 3n, 3n] },
  },
  {
    title: "every movement: 300 + 60 + 30 - 30 - 100 - D's 50 = 210",
    period: "2025",
    policy: { nrrMethod: "all_movements" },
    // losses 30 + 100 + 50
    figures: { nrr: percent("0.700000", 210), grr: percent("0.400000", 120) },
  },
  {
    title: "every movement and every win-back: + C's 80 + E's 40",
    period: "2025",
    policy: { nrrMethod: "all_movements", winback: "all" },
    figures: { nrr: percent("1.100000", 330) },
  },
  {
    title: "the lowest point: A 100, B 70, C 0",
    period: "2025",
    policy: { grrMethod: "running_floor" },
    figures: { grr: percent("0.566667", 170) },
  },
  {
    title: "per customer: A 100, B 100, C 0",
    period: "2025",
    policy: { grrMethod: "per_customer_min" },
    figures: { grr: percent("0.666667", 200) },
  },
  {
    title: "per customer with the cohort's win-backs: A 100, B 100, C 80",
    period: "2025",
    policy: { grrMethod: "per_customer_min", winback: "opening_cohort" },
    figures: { grr: percent("0.933333", 280) },
  },
  {
    title: "the whole book grew from 300 to 380",
    period: "2025",
    policy: { grrMethod: "whole_book_min" },
    figures: { grr: percent("1.000000", 300) },
  },
];

/**
 * The golden vector of the documentation: A, B and C open at 100 each. A grows to 160; B falls to 70 in April and is
 * back at 100 in August; C leaves on 1 May and returns on 1 October at 80; D joins at 50 in February and leaves in
 * November; E, lost the year before, returns in June at 40.
 */
export function goldenVector(): { facts: FactSet; expected: readonly GoldenExpectation[] } {
  const accounts = ["A", "B", "C", "D", "E"];
  return {
    facts: {
      ...noFacts,
      accounts: accounts.map((account) => goldenAccount(account, "2023-06-01")),
      attributes: accounts.map((account) => goldenAttribute(account, "name", account)),
      lines: lines.map(goldenLine),
    },
    expected,
  };
}
