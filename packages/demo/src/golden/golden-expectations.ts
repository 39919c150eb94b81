import type { LedgerPolicy } from "@termwise/core/ledger";
import type { MetricTerm, Slice } from "@termwise/core/retention";

/** A ratio with its parts: the value to six places, and numerator and denominator in whole minor units or accounts. */
export type GoldenRatio = readonly [value: string, numerator: bigint, denominator: bigint];

/** What a question about a golden book must answer. Money is in whole US cents. */
export interface GoldenExpectation {
  readonly title: string;
  readonly period: string;
  readonly ledger?: Partial<LedgerPolicy>;
  readonly policy?: Readonly<Record<string, string>>;
  readonly slice?: Slice;
  /** The day at whose end the facts are taken as known; without it, everything recorded. */
  readonly asOf?: string;
  readonly figures: Readonly<Partial<Record<MetricTerm, GoldenRatio | bigint>>>;
}

const usd = (dollars: number): bigint => BigInt(dollars) * 100n;
const money = (value: string, numerator: number, denominator: number): GoldenRatio => [
  value,
  usd(numerator),
  usd(denominator),
];

/**
 * The golden company's figures, worked out by hand.
 *
 * Opening, end of 2024: Alder 12,000 + Birch 24,000 + Cedar 10,000 + Dune 8,000 + Elm 5,000 + Fir 5,000 + Grove 12,000 +
 * Hazel 9,000 + Juniper 3,900 + Kelp 15,000 + Larch 17,000 = 120,900, eleven customers.
 * Closing, end of 2025: 18,000 + 26,400 + 10,000 + 6,000 + 6,000 + 6,000 + 16,500 + 9,000 + Iris 36,000 + 3,900 + 0 +
 * 19,200 = 157,000.
 * New: Iris 10,000. Reactivation: Cedar 10,000 + Dune 6,000 = 16,000. Expansion: Alder 6,000 + Birch 2,400 + Elm 6,000 +
 * Fir 1,000 + Grove 3,000 + 1,500 + Iris 26,000 + Larch 2,200 = 48,100. Contraction: Elm 5,000. Churn: Cedar 10,000 +
 * Dune 8,000 + Kelp 15,000 = 33,000. 120,900 + 10,000 + 16,000 + 48,100 - 5,000 - 33,000 = 157,000.
 */
export const goldenExpectations: readonly GoldenExpectation[] = [
  {
    title: "the year under the house policy: Iris (new) and Dune (a later life) are left out of NRR",
    period: "2025",
    figures: {
      "opening-arr": usd(120_900),
      arr: usd(157_000),
      "new-arr": usd(10_000),
      "winback-arr": usd(16_000),
      "expansion-arr": usd(48_100),
      "contraction-arr": usd(5_000),
      "churned-arr": usd(33_000),
      // 157,000 - 36,000 - 6,000
      nrr: money("0.951199", 115_000, 120_900),
      "dollar-retention": money("0.951199", 115_000, 120_900),
      // 120,900 - 5,000 - 33,000: Cedar's churn counts although it came back
      grr: money("0.685691", 82_900, 120_900),
      // Dune and Kelp lost; Cedar returned within its life
      "logo-retention": ["0.818182", 9n, 11n],
    },
  },
  {
    title: "win-backs of the opening cohort count: Dune's 6,000 joins NRR and its logo is kept",
    period: "2025",
    policy: { winback: "opening_cohort", grrMethod: "per_customer_min" },
    figures: {
      nrr: money("1.000827", 121_000, 120_900),
      // Kelp's 15,000 lost, Dune keeps 6,000 of 8,000, nobody else ends below its opening
      grr: money("0.859388", 103_900, 120_900),
      "logo-retention": ["0.909091", 10n, 11n],
    },
  },
  {
    title: "per customer: Dune 8,000 and Kelp 15,000 are all that closes below its opening",
    period: "2025",
    policy: { grrMethod: "per_customer_min" },
    figures: { grr: money("0.809760", 97_900, 120_900) },
  },
  {
    title: "the lowest point per customer: Cedar stood at 0 for 49 days, Elm never below 5,000",
    period: "2025",
    policy: { grrMethod: "running_floor" },
    figures: { grr: money("0.727047", 87_900, 120_900) },
  },
  {
    title:
      "every movement, Iris's growth included: 120,900 + 48,100 - 5,000 - 33,000 + Cedar's return 10,000",
    period: "2025",
    policy: { nrrMethod: "all_movements" },
    figures: { nrr: money("1.166253", 141_000, 120_900), grr: money("0.685691", 82_900, 120_900) },
  },
  {
    title: "every movement and every win-back: 6,000 more from Dune",
    period: "2025",
    policy: { nrrMethod: "all_movements", winback: "all" },
    figures: { nrr: money("1.215881", 147_000, 120_900) },
  },
  {
    title:
      "only customers with a line due: Juniper's and Larch's are open, 120,900 - 3,900 - 17,000 = 100,000",
    period: "2025",
    policy: { nrrMethod: "renewals_due", logoDenominator: "due" },
    figures: { nrr: money("0.919000", 91_900, 100_000), "logo-retention": ["0.777778", 7n, 9n] },
  },
  {
    title: "the whole book grew, so it says 100 %",
    period: "2025",
    policy: { grrMethod: "whole_book_min" },
    figures: { grr: money("1.000000", 120_900, 120_900) },
  },
  {
    title: "at each day's own rates: the module is 2,400, and 10,000 euros held gained 0.10 each",
    period: "2025",
    policy: { fx: "reported" },
    figures: {
      arr: usd(158_200),
      "expansion-arr": usd(48_300),
      nrr: money("0.961125", 116_200, 120_900),
      grr: money("0.685691", 82_900, 120_900),
    },
  },
  {
    title: "no grace: Birch's 20 days late are a churn of 24,000 and a return at 26,400",
    period: "2025",
    ledger: { graceDays: 0 },
    figures: {
      "churned-arr": usd(57_000),
      "winback-arr": usd(42_400),
      "expansion-arr": usd(45_700),
      nrr: money("0.951199", 115_000, 120_900),
      grr: money("0.487179", 58_900, 120_900),
    },
  },
  {
    title: "sixty days' grace: Cedar's 49 days are back-filled and nothing is booked",
    period: "2025",
    ledger: { graceDays: 60 },
    figures: {
      "churned-arr": usd(23_000),
      "winback-arr": usd(6_000),
      nrr: money("0.951199", 115_000, 120_900),
      grr: money("0.768404", 92_900, 120_900),
    },
  },
  {
    title: "thirty days to return: Cedar's 49 make it a new life",
    period: "2025",
    ledger: { winbackDays: 30 },
    figures: { nrr: money("0.868486", 105_000, 120_900), "logo-retention": ["0.727273", 8n, 11n] },
  },
  {
    title: "a year to return: Dune's 184 days continue its life",
    period: "2025",
    ledger: { winbackDays: 365 },
    figures: { nrr: money("1.000827", 121_000, 120_900), "logo-retention": ["0.909091", 10n, 11n] },
  },
  {
    title: "usage counted: Juniper holds 4,800 more on both sides",
    period: "2025",
    ledger: { usage: "in" },
    figures: { nrr: money("0.953063", 119_800, 125_700) },
  },
  {
    title: "weeks as 365/7: Juniper holds 3,910.71 on both sides",
    period: "2025",
    ledger: { week: "365/7" },
    figures: { nrr: ["0.951204", 11_501_071n, 12_091_071n] },
  },
  {
    title: "at list prices: Alder's Pro seats count 18 a month, 3,600 more at the close",
    period: "2025",
    ledger: { discount: "list" },
    figures: { nrr: money("0.980976", 118_600, 120_900) },
  },
  {
    title: "parents: Juniper is read as its parent Grove, so ten customers open and eight are kept",
    period: "2025",
    ledger: { identity: "parent" },
    figures: { nrr: money("0.951199", 115_000, 120_900), "logo-retention": ["0.800000", 8n, 10n] },
  },
  {
    title: "June, churn at the end: Kelp still counts on 30 June",
    period: "2025-06",
    // 151,300 at the end of April; - 5,000 Elm, + 10,000 Cedar in May; + 6,000 Alder in June
    figures: { arr: usd(162_300), "churned-arr": 0n, "expansion-arr": usd(6_000) },
  },
  {
    title: "May, churn on notice: Kelp's 15,000 go on 20 May",
    period: "2025-05",
    ledger: { churnOn: "notice" },
    figures: { arr: usd(141_300), "churned-arr": usd(15_000) },
  },
  {
    title: "July, churn at the end: Kelp's 15,000 go on 1 July",
    period: "2025-07",
    figures: { "churned-arr": usd(15_000), "expansion-arr": usd(1_500) },
  },
  {
    title: "July, churn after the grace: Kelp counts through 30 July and goes on the 31st",
    period: "2025-07-01..2025-07-30",
    ledger: { churnOn: "end_plus_grace" },
    figures: { "churned-arr": 0n },
  },
  {
    title: "the large customers of the opening: Birch and Larch, 41,000 to 45,600",
    period: "2025",
    slice: { segment: ["Large"] },
    figures: {
      nrr: money("1.112195", 45_600, 41_000),
      grr: money("1.000000", 41_000, 41_000),
      "logo-retention": ["1.000000", 2n, 2n],
    },
  },
  {
    title: "the small customers: 79,900 to 69,400, so that the parts add up to the whole",
    period: "2025",
    slice: { segment: ["Small"] },
    figures: { nrr: money("0.868586", 69_400, 79_900), "logo-retention": ["0.777778", 7n, 9n] },
  },
  {
    title: "as known on 31 October, before the merge: Hazel's 9,000 read as churn and as new",
    period: "2025",
    asOf: "2025-10-31",
    figures: {
      "new-arr": usd(19_000),
      "churned-arr": usd(42_000),
      nrr: money("0.876758", 106_000, 120_900),
      "logo-retention": ["0.727273", 8n, 11n],
    },
  },
  {
    title: "April as known now",
    period: "2025-04",
    // 12,000 + 26,400 + 11,000 + 6,000 + 15,000 + 9,000 + 36,000 + 3,900 + 15,000 + 17,000
    figures: { arr: usd(151_300) },
  },
  {
    title: "April as known on 10 May: Elm's line entered twice still counts twice",
    period: "2025-04",
    asOf: "2025-05-10",
    figures: { arr: usd(157_300) },
  },
];
