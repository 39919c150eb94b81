import type { Answer, Example } from "../../glossary/index.ts";
import type { AdoptionPolicy } from "../policy.ts";

/** New users in few words: so many who did these actions, all of them on the first day they could. */
export interface ActivationCase {
  readonly keyActions: readonly string[];
  readonly users: readonly {
    readonly times?: number;
    readonly began?: string;
    readonly did: readonly string[];
  }[];
  readonly on: string;
}

const three = ["import data", "invite a colleague", "build a report"];

/** New users who are set up to work. */
export const activationExamples: readonly Example<
  ActivationCase,
  { readonly rate: Answer; readonly steps: string[] }
>[] = [
  {
    title: "31 of 40 did all three; 9 stopped on the way, and where is told",
    given: {
      keyActions: three,
      users: [
        { times: 31, did: three },
        { times: 4, did: ["import data", "invite a colleague"] },
        { times: 3, did: ["import data"] },
        { times: 2, did: ["build a report"] },
      ],
      on: "2026-05-31",
    },
    expect: { rate: "0.775000", steps: ["import data 38", "invite a colleague 35", "build a report 31"] },
  },
  {
    title: "Who begins later is not asked for yet",
    given: {
      keyActions: three,
      users: [{ did: three }, { did: [], began: "2026-06-01" }],
      on: "2026-05-31",
    },
    expect: { rate: "1.000000", steps: ["import data 1", "invite a colleague 1", "build a report 1"] },
  },
  {
    title: "Nothing is laid down: there is no rate",
    given: { keyActions: [], users: [{ did: three }], on: "2026-05-31" },
    expect: { rate: { unknown: "No key actions are laid down." }, steps: [] },
  },
];

/** Users of a month: so many who began on a plan, and since when they pay. */
export interface FreemiumCase {
  readonly users: readonly {
    readonly times: number;
    readonly began: string;
    readonly plan: "free" | "paid";
    readonly paysSince?: string;
  }[];
  readonly month: string;
  readonly on: string;
}

const january = [
  { times: 26, began: "2026-01-15", plan: "free", paysSince: "2026-04-01" },
  { times: 374, began: "2026-01-15", plan: "free" },
  { times: 60, began: "2026-01-15", plan: "paid", paysSince: "2026-01-15" },
] as const;

/** Free users who came to pay. */
export const freemiumExamples: readonly Example<FreemiumCase, Answer>[] = [
  {
    title: "26 of the 400 who began on the free plan in January; those who began as paying do not count",
    given: { users: january, month: "2026-01", on: "2026-06-30" },
    expect: "0.065000",
  },
  {
    title: "Asked earlier, nobody paid yet: 0 of 400 is known, and is 0",
    given: { users: january, month: "2026-01", on: "2026-03-31" },
    expect: "0.000000",
  },
  {
    title: "Where nobody began on a free plan there is no rate",
    given: { users: january, month: "2026-02", on: "2026-06-30" },
    expect: { unknown: "Nobody began on a free plan from 2026-02-01 to 2026-02-28." },
  },
];

/** Accounts entitled to a feature: so many with readings a number of days after general availability. */
export interface FeatureCase {
  readonly accounts: readonly {
    readonly times: number;
    /** Days after general availability, with how often it was used in the week that ended then. */
    readonly uses?: readonly (readonly [day: number, uses: number])[];
    readonly loginsOnly?: boolean;
  }[];
  readonly policy?: Partial<AdoptionPolicy>;
}

/** Tried and adopted. */
export const featureExamples: readonly Example<
  FeatureCase,
  { readonly tried: Answer; readonly adopted: Answer }
>[] = [
  {
    scenario: "S-73",
    title: "34 of 100 sent a report at all; 21 of them one a week, two weeks running",
    given: {
      accounts: [
        {
          times: 21,
          uses: [
            [20, 1],
            [27, 2],
          ],
        },
        { times: 8, uses: [[20, 5]] },
        {
          times: 5,
          uses: [
            [6, 1],
            [27, 1],
          ],
        },
        { times: 66 },
      ],
    },
    expect: { tried: "0.340000", adopted: "0.210000" },
  },
  {
    scenario: "S-78",
    title: "A login after general availability is no use; one finished workflow is, and adopts nothing yet",
    given: {
      accounts: [
        { times: 1, uses: [[3, 1]], loginsOnly: true },
        { times: 1, uses: [[3, 1]] },
      ],
    },
    expect: { tried: "0.500000", adopted: "0.000000" },
  },
  {
    title: "Use after the window comes too late for the rate",
    given: {
      accounts: [
        {
          times: 1,
          uses: [
            [91, 1],
            [98, 1],
          ],
        },
        {
          times: 1,
          uses: [
            [83, 1],
            [90, 1],
          ],
        },
      ],
    },
    expect: { tried: "0.500000", adopted: "0.500000" },
  },
  {
    title: "Nobody is entitled to it",
    given: { accounts: [] },
    expect: {
      tried: { unknown: "No account is entitled to it." },
      adopted: { unknown: "No account is entitled to it." },
    },
  },
];

/** How soon accounts came to a feature. */
export const timeToAdoptionExamples: readonly Example<
  FeatureCase,
  { readonly medianDays: Answer; readonly notYet: number }
>[] = [
  {
    scenario: "S-74",
    title: "A median of 22 days over all accounts; who has not used it is told beside it",
    given: {
      accounts: [
        { times: 1, uses: [[8, 1]] },
        {
          times: 1,
          uses: [
            [22, 1],
            [29, 1],
          ],
        },
        { times: 1, uses: [[40, 1]] },
        { times: 2 },
      ],
    },
    expect: { medianDays: "22", notYet: 2 },
  },
  {
    scenario: "S-74",
    title: "9 days where the CSM went through it in the first week: 13 days sooner",
    given: { accounts: [{ times: 3, uses: [[9, 1]] }] },
    expect: { medianDays: "9", notYet: 0 },
  },
  {
    title: "Nobody has used it",
    given: { accounts: [{ times: 2 }] },
    expect: { medianDays: { unknown: "No account has used it by 2026-12-31." }, notYet: 2 },
  },
];
