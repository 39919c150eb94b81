import type { Answer, Example } from "../../glossary/index.ts";
import type { PlainSale } from "../plain-finance.ts";

/** The lines of one contract. */
export interface ContractCase {
  readonly contract: readonly PlainSale[];
}

const threeYears = { account: "Corvane", from: "2026-01-01", to: "2028-12-31" };

/** A year of a contract on average. */
export const contractExamples: readonly Example<ContractCase, Answer>[] = [
  {
    title: "Three years at 36,000, and 9,000 of setup that does not recur",
    given: {
      contract: [
        { ...threeYears, arr: "36000" },
        { ...threeYears, product: "Setup", kind: "service", once: true, arr: "9000" },
      ],
    },
    expect: "36000.00 USD",
  },
  {
    title: "It rises from year to year: one ACV, while ARR rises",
    given: {
      contract: [
        { ...threeYears, to: "2026-12-31", arr: "30000" },
        { ...threeYears, from: "2027-01-01", to: "2027-12-31", arr: "36000" },
        { ...threeYears, from: "2028-01-01", arr: "42000" },
      ],
    },
    expect: "36000.00 USD",
  },
  {
    title: "Half a year, told by the year",
    given: { contract: [{ ...threeYears, to: "2026-06-30", seats: 10, price: "100", per: "month" }] },
    expect: "12000.00 USD",
  },
  {
    title: "Without a last day there is no term to divide by",
    given: { contract: [{ ...threeYears, to: null, arr: "36000" }] },
    expect: { unknown: "The contract has no last day." },
  },
];

/** Contract lines and a day; `product` where one product is asked for. */
export interface AttachCase {
  readonly lines: readonly PlainSale[];
  readonly on: string;
  readonly product?: string;
}

const since = { from: "2026-01-01", arr: "12000" } as const;
const training = { from: "2026-01-01", arr: "3000", product: "Training", kind: "service" } as const;
const four: readonly PlainSale[] = [
  { ...since, account: "Larkspur" },
  { ...training, account: "Larkspur" },
  { ...training, account: "Larkspur", product: "Insights", kind: "add_on" },
  { ...since, account: "Corvane" },
  { ...training, account: "Corvane", to: "2026-06-30" },
  { ...since, account: "Tamarind" },
  { ...since, account: "Tamarind", product: "Platform Plus" },
  { ...since, account: "Cobalt" },
  { ...training, account: "Cobalt", once: true },
];

/** Customers with something beside the core product. */
export const attachmentExamples: readonly Example<AttachCase, Answer>[] = [
  {
    scenario: "S-85",
    title: "Three of four have an add-on or a service; one with two of them counts once",
    given: { lines: four, on: "2026-06-30" },
    expect: "0.750000",
  },
  {
    scenario: "S-85",
    title: "A service that ended is not there any more",
    given: { lines: four, on: "2026-07-01" },
    expect: "0.500000",
  },
  {
    title: "Of one product",
    given: { lines: four, on: "2026-06-30", product: "Insights" },
    expect: "0.250000",
  },
  {
    title: "Without customers there is none",
    given: { lines: four, on: "2025-12-31" },
    expect: { unknown: "There were no customers on 2025-12-31." },
  },
];
