import type { Answer, Example } from "../glossary/index.ts";

/** People who began on 1 June 2026: so many, and on which days after it (0 is the first) they did what how often. */
export interface UseCase {
  readonly people: readonly {
    readonly times?: number;
    readonly account?: string;
    readonly began?: string;
    readonly did: readonly (readonly [after: number, what: string, uses: number])[];
  }[];
  readonly on: string;
  readonly policy?: Readonly<Record<string, number>>;
}

/** The pattern is a report shared. */
export const ahaExamples: readonly Example<
  UseCase,
  { readonly share: Answer; readonly medianDay: Answer; readonly reached: number }
>[] = [
  {
    title: "12 of 30 new users shared a report twice, in the middle on day 5",
    given: {
      people: [
        {
          times: 6,
          did: [
            [0, "open", 1],
            [2, "share", 2],
          ],
        },
        {
          times: 6,
          did: [
            [0, "open", 1],
            [1, "share", 1],
            [6, "share", 1],
          ],
        },
        { times: 18, did: [[0, "open", 4]] },
      ],
      on: "2026-06-30",
      policy: { ahaUses: 2 },
    },
    expect: { share: "0.400000", medianDay: "5", reached: 12 },
  },
  {
    title: "On the fifteenth day it is too late",
    given: {
      people: [
        {
          did: [
            [0, "open", 1],
            [14, "share", 1],
          ],
        },
      ],
      on: "2026-06-30",
    },
    expect: { share: "0.000000", medianDay: { unknown: "Nobody has come to it." }, reached: 0 },
  },
  {
    title: "Signing in every day is no pattern of use",
    given: { people: [{ did: [[0, "login", 30]] }], on: "2026-06-30" },
    expect: { share: "0.000000", medianDay: { unknown: "Nobody has come to it." }, reached: 0 },
  },
  {
    title: "Who began last week has had no time for it yet",
    given: { people: [{ began: "2026-06-25", did: [[0, "open", 1]] }], on: "2026-06-30" },
    expect: {
      share: { unknown: "Nobody has had the time for it yet." },
      medianDay: { unknown: "Nobody has come to it." },
      reached: 0,
    },
  },
];

/** The rule: five active users, and the export limit met twice. */
export const pqlExamples: readonly Example<UseCase, string[]>[] = [
  {
    title: "Five active users and the limit met twice",
    given: {
      people: [
        { times: 4, account: "acc_osprey", did: [[0, "edit", 3]] },
        {
          account: "acc_osprey",
          did: [
            [0, "edit", 1],
            [2, "limit", 2],
          ],
        },
      ],
      on: "2026-06-12",
    },
    expect: ["acc_osprey: 5 users, 2 limits met"],
  },
  {
    title: "Four active users are one too few, and one that only signs in is none",
    given: {
      people: [
        { times: 3, did: [[0, "edit", 3]] },
        {
          did: [
            [0, "edit", 1],
            [2, "limit", 2],
          ],
        },
        { did: [[0, "login", 9]] },
      ],
      on: "2026-06-12",
    },
    expect: [],
  },
  {
    title: "The limit met once is once too few",
    given: {
      people: [
        { times: 4, did: [[0, "edit", 3]] },
        {
          did: [
            [0, "edit", 1],
            [2, "limit", 1],
          ],
        },
      ],
      on: "2026-06-12",
    },
    expect: [],
  },
  {
    title: "What lies back longer than the rule asks for does not count",
    given: {
      people: [
        { times: 4, did: [[0, "edit", 3]] },
        {
          did: [
            [0, "edit", 1],
            [2, "limit", 2],
          ],
        },
      ],
      on: "2026-08-12",
    },
    expect: [],
  },
];
