import type { Answer, Example } from "../../glossary/index.ts";

/** One figure of a calendar year, and of the year before. */
export interface YearCase {
  readonly term: "arr" | "nrr";
  readonly year: string;
  readonly value: string | null;
  readonly before: string | null;
  readonly yearBefore?: string;
}

/** Figures against themselves a year before. */
export const yearExamples: readonly Example<YearCase, Answer>[] = [
  {
    title: "ARR of 5.2 million against 4 million",
    given: { term: "arr", year: "2026", value: "520000000", before: "400000000" },
    expect: "30.00 %",
  },
  {
    title: "It fell",
    given: { term: "arr", year: "2026", value: "300000000", before: "400000000" },
    expect: "-25.00 %",
  },
  {
    title: "A rate changes by points: NRR from 100 % to 103 %",
    given: { term: "nrr", year: "2026", value: "1.030000", before: "1.000000" },
    expect: "3.00 points",
  },
  {
    title: "Nine months of history are no year",
    given: { term: "arr", year: "2026", value: "520000000", before: null },
    expect: { unknown: "A year before: no facts reach that far back." },
  },
  {
    title: "From 0 nothing grows by a share",
    given: { term: "arr", year: "2026", value: "520000000", before: "0" },
    expect: { unknown: "A year before it was 0: there is nothing to grow from." },
  },
  {
    title: "Two years before is not the year before",
    given: { term: "arr", year: "2026", value: "520000000", before: "400000000", yearBefore: "2024" },
    expect: { unknown: "A year before is 2025-01-01 to 2025-12-31." },
  },
];
