import type { Example } from "../glossary/index.ts";
import type { NumberCase } from "./numbers/plain-number.ts";
import type { PlainAccount, PlainMapping } from "./plain-divergence.ts";

/** One account, what labels mean and the day it is asked for: what every example of divergence gives. */
export interface DivergenceCase {
  readonly on: string;
  readonly mapping: PlainMapping;
  readonly account: PlainAccount;
}

const crm = { system: "CRM", field: "Stage" } as const;
const platform = { system: "Platform", field: "Phase" } as const;
const mapping: PlainMapping = [
  { ...crm, label: "Won", means: "won" },
  { ...crm, label: "Onboarded", means: "onboarded" },
  { ...crm, label: "Adopted", means: "adopted" },
  { ...platform, label: "Go-Live", means: "won" },
  { ...platform, label: "Onboarded", means: "onboarded" },
];
const on = "2026-03-16";
const idle = [
  ["2026-03-01", 0],
  ["2026-03-08", 0],
  ["2026-03-15", 0],
] as const;
const busy = [
  ["2026-03-08", 9],
  ["2026-03-15", 9],
] as const;

/** What each account diverges over: the kind, the term and the days it has been so. */
export const divergenceExamples = [
  {
    scenario: "S-01",
    title: "Labelled onboarded, and nobody has worked with the product",
    given: {
      on,
      mapping,
      account: { claims: [["2026-03-02", "CRM", "Stage", "Onboarded"]], weeks: idle },
    },
    expect: ["contradicted onboarded, 14 days"],
  },
  {
    title: "Labelled onboarded, and nothing is on record either way",
    given: { on, mapping, account: { claims: [["2026-03-02", "CRM", "Stage", "Onboarded"]] } },
    expect: ["unsupported onboarded, 14 days"],
  },
  {
    title: "Labelled onboarded, and onboarded",
    given: {
      on,
      mapping,
      account: { claims: [["2026-03-02", "CRM", "Stage", "Onboarded"]], onboardedOn: "2026-02-20" },
    },
    expect: [],
  },
  {
    title: "Labelled won, and onboarded for ten days: a lag",
    given: {
      on,
      mapping,
      account: { claims: [["2026-01-05", "CRM", "Stage", "Won"]], onboardedOn: "2026-03-06" },
    },
    expect: ["unclaimed onboarded, 10 days"],
  },
  {
    title: "Labelled onboarded, and what confirmed it ran out a week ago",
    given: {
      on,
      mapping,
      account: {
        claims: [["2026-03-02", "CRM", "Stage", "Onboarded"]],
        onboardedOn: "2026-02-20",
        onboardedUntil: "2026-03-09",
      },
    },
    expect: ["stale onboarded, 7 days"],
  },
  {
    scenario: "S-40",
    title: "The CRM says Onboarded, the success platform Go-Live, which means won",
    given: {
      on,
      mapping,
      account: {
        claims: [
          ["2026-03-02", "CRM", "Stage", "Onboarded"],
          ["2026-03-05", "Platform", "Phase", "Go-Live"],
        ],
        onboardedOn: "2026-03-12",
      },
    },
    expect: ["unclaimed onboarded, 4 days", "mismatch onboarded, 11 days"],
  },
  {
    title: "Labelled adopted, and adopted",
    given: {
      on,
      mapping,
      account: { claims: [["2026-03-02", "CRM", "Stage", "Adopted"]], weeks: busy },
    },
    expect: [],
  },
  {
    title: "Labelled onboarded, and the customer has left",
    given: {
      on,
      mapping,
      account: {
        claims: [["2026-02-02", "CRM", "Stage", "Onboarded"]],
        lines: [{ from: "2025-03-01", to: "2026-02-28", arr: "12000" }],
      },
    },
    expect: ["contradicted onboarded, 15 days"],
  },
] satisfies Example<DivergenceCase, string[]>[];

/** What each label is read as. */
export const labelExamples = [
  {
    title: "Case and spaces make no other label",
    given: {
      on,
      mapping,
      account: { claims: [["2026-03-02", "crm", "stage", " on boarded"]] },
    },
    expect: [" on boarded: onboarded"],
  },
  {
    title: "A label nobody has spoken of has no meaning",
    given: { on, mapping, account: { claims: [["2026-03-02", "CRM", "Stage", "Live"]] } },
    expect: ["Live: unknown"],
  },
  {
    title: "A meaning holds from its day on",
    given: {
      on,
      mapping: [...mapping, { ...crm, label: "Won", means: "ignored", from: "2026-04-01" }],
      account: { claims: [["2026-03-02", "CRM", "Stage", "Won"]] },
    },
    expect: ["Won: won"],
  },
] satisfies Example<DivergenceCase, string[]>[];

/** Since when each field has said what it says. */
export const claimExamples = [
  {
    title: "Said again, a label is as old as it was",
    given: {
      on,
      mapping,
      account: {
        claims: [
          ["2026-01-05", "CRM", "Stage", "Won"],
          ["2026-02-01", "CRM", "Stage", "Onboarded"],
          ["2026-03-01", "CRM", "Stage", "onboarded"],
        ],
      },
    },
    expect: ["CRM Stage: onboarded since 2026-02-01"],
  },
  {
    title: "What a system says tomorrow it does not say today",
    given: {
      on,
      mapping,
      account: {
        claims: [
          ["2026-01-05", "CRM", "Stage", "Won"],
          ["2026-03-17", "CRM", "Stage", "Onboarded"],
        ],
      },
    },
    expect: ["CRM Stage: Won since 2026-01-05"],
  },
] satisfies Example<DivergenceCase, string[]>[];

const lines = [
  { account: "stays", arr: "900000", from: "2024-01-01" },
  { account: "shrinks", arr: "100000", from: "2024-01-01", to: "2024-12-31" },
  { account: "shrinks", arr: "70000", from: "2025-01-01" },
] as const;

/** How far a reported value is from ours, and what way of counting leads there. */
export const numberExamples = [
  {
    title: "A deck leaves contraction out of NRR",
    given: { term: "nrr", period: "2025", value: "1.00", lines },
    expect: ["0.030000 off", "contraction=out explains 0.030000", "0.000000 unexplained"],
  },
  {
    title: "A deck gives the NRR that is ours",
    given: { term: "nrr", period: "2025", value: "0.97", lines },
    expect: ["0.000000 off", "nothing to explain"],
  },
  {
    title: "A churn list from billing names a customer that stayed",
    given: {
      term: "churned-arr",
      period: "2025",
      value: "90000000",
      lines,
      list: [{ account: "stays", amount: "90000000" }],
    },
    expect: ["90000000 off", "missing_here 90000000", "nothing comes nearer"],
  },
] satisfies Example<NumberCase, string[]>[];

/** What the CRM says, held against what is on record: won is its to say, and any further stage is not. */
export const crmExamples = [
  {
    title: "It says Won, and there is a contract",
    given: { on, mapping, account: { claims: [["2026-03-02", "CRM", "Stage", "Won"]] } },
    expect: [],
  },
  {
    title: "It says Onboarded, and nothing bears that out",
    given: { on, mapping, account: { claims: [["2026-03-02", "CRM", "Stage", "Onboarded"]] } },
    expect: ["unsupported onboarded, 14 days"],
  },
  {
    title: "A label nobody has given a meaning is compared with nothing",
    given: { on, mapping, account: { claims: [["2026-03-02", "CRM", "Stage", "Stage 7"]] } },
    expect: [],
  },
] satisfies Example<DivergenceCase, string[]>[];
