import type { PlainLine } from "../../facts/index.ts";
import type { Answer, Example } from "../../glossary/index.ts";

/** Contract lines and a period in which contracts were due. */
export interface DueCase {
  readonly period: string;
  readonly lines: readonly PlainLine[];
}

const term = { from: "2025-10-01", to: "2026-09-30", arr: "12000" } as const;
const next = { from: "2026-10-01", to: "2027-09-30", arr: "12000" } as const;
const period = "2026-Q3";

/** Renewals signed in time. */
export const onTimeExamples: readonly Example<DueCase, Answer>[] = [
  {
    scenario: "S-80",
    title: "Signed on the last day is in time",
    given: {
      period,
      lines: [
        { account: "Halden", ...term },
        { account: "Halden", ...next, signedOn: "2026-09-30" },
      ],
    },
    expect: "1.000000",
  },
  {
    scenario: "S-80",
    title: "Signed a day later is late, even where the new term begins the day after the old one",
    given: {
      period,
      lines: [
        { account: "Halden", ...term },
        { account: "Halden", ...next, signedOn: "2026-10-01" },
      ],
    },
    expect: "0.000000",
  },
  {
    title: "31 of 40 in time, 5 late and 4 not at all; a customer that gives up half its ARR in time counts",
    given: {
      period,
      lines: [
        { account: "I", accounts: 31, ...term },
        { account: "I", accounts: 31, ...next, arr: "6000", signedOn: "2026-08-15" },
        { account: "L", accounts: 5, ...term },
        { account: "L", accounts: 5, ...next, signedOn: "2026-10-20" },
        { account: "N", accounts: 4, ...term },
      ],
    },
    expect: "0.775000",
  },
  {
    title: "Two lines that end on one day are one contract",
    given: {
      period,
      lines: [
        { account: "Halden", ...term },
        { account: "Halden", ...term, product: "Insights", productKind: "add_on" },
        { account: "Halden", ...next, signedOn: "2026-09-01" },
        { account: "Velora", ...term },
      ],
    },
    expect: "0.500000",
  },
  {
    title: "Nothing was due",
    given: { period: "2026-Q1", lines: [{ account: "Halden", ...term }] },
    expect: { unknown: "No contract ended from 2026-01-01 to 2026-03-31." },
  },
];
