import type { Answer, Example } from "../glossary/index.ts";

/** A case in few words. */
export interface PlainCase {
  readonly opened: string;
  readonly solved?: string;
  readonly contacts?: number;
  readonly reopened?: boolean;
  /** How many such cases there are. */
  readonly times?: number;
}

/** Support cases. */
export interface SupportGiven {
  readonly cases: readonly PlainCase[];
}

const hour = { opened: "2026-05-04T09:00:00Z", solved: "2026-05-04T10:00:00Z" };

/** Cases solved in the first contact. */
export const firstContactExamples: readonly Example<SupportGiven, Answer>[] = [
  {
    scenario: "S-82",
    title: "Solved in the first contact, it is one of one",
    given: { cases: [hour] },
    expect: "1.000000",
  },
  {
    scenario: "S-82",
    title: "36 of 50 were; the others took a second contact",
    given: {
      cases: [
        { ...hour, times: 36 },
        { ...hour, contacts: 2, times: 14 },
      ],
    },
    expect: "0.720000",
  },
  {
    title: "Opened again is not solved at once, and open is not solved",
    given: { cases: [hour, { ...hour, reopened: true }, { opened: hour.opened }, hour] },
    expect: "0.500000",
  },
  {
    title: "Without cases there is no rate",
    given: { cases: [] },
    expect: { unknown: "There were no support cases." },
  },
];

/** How long cases took. */
export const resolutionExamples: readonly Example<
  SupportGiven,
  { readonly median: Answer; readonly open: number }
>[] = [
  {
    title: "1, 2 and 9 days",
    given: {
      cases: [
        { opened: "2026-05-04T09:00:00Z", solved: "2026-05-05T09:00:00Z" },
        { opened: "2026-05-04T09:00:00Z", solved: "2026-05-13T09:00:00Z" },
        { opened: "2026-05-04T09:00:00Z", solved: "2026-05-06T09:00:00Z" },
      ],
    },
    expect: { median: "2.00", open: 0 },
  },
  {
    title: "Of two the mean, and one that is open is told beside it",
    given: {
      cases: [
        { opened: "2026-05-04T09:00:00Z", solved: "2026-05-04T21:00:00Z" },
        { opened: "2026-05-04T09:00:00Z", solved: "2026-05-06T09:00:00Z" },
        { opened: "2026-01-04T09:00:00Z" },
      ],
    },
    expect: { median: "1.25", open: 1 },
  },
  {
    title: "Nothing was solved",
    given: { cases: [{ opened: "2026-01-04T09:00:00Z" }] },
    expect: { median: { unknown: "No support case was solved." }, open: 1 },
  },
];
