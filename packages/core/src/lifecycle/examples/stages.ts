import type { Example } from "../../glossary/index.ts";
import type { PlainUsage } from "../plain-customer.ts";
import type { PlainAdoption, PlainLife, PlainStep } from "../plain-life.ts";

/** A life and the day that is asked for. */
export interface LifeCase extends PlainLife {
  readonly day: string;
}

/** A life and what is asked of one of its features. */
export interface FeatureCase extends LifeCase {
  readonly feature: string;
}

const contract = { from: "2026-01-05", to: "2026-12-31", seats: 10, price: "150", per: "month" } as const;
const lines = [contract];
const closed: PlainStep = { on: "2026-01-05", what: "deal closed and signed" };

/** A customer on its way to Onboarded, everything agreed and the kickoff held. */
export const begun: readonly PlainStep[] = [
  closed,
  { on: "2026-01-08", what: "four criteria agreed" },
  { on: "2026-01-10", what: "kickoff held" },
];
const shown: readonly PlainStep[] = [
  { on: "2026-02-01", what: "technical completion shown" },
  { on: "2026-02-01", what: "adoption trigger shown" },
  { on: "2026-02-01", what: "success milestone shown" },
];

/** The same, shown to be Onboarded on 3 February. */
export const proven: readonly PlainStep[] = [
  ...begun,
  ...shown,
  { on: "2026-02-02", what: "champion confirms for the sponsor" },
  { on: "2026-02-03", what: "CSM sets the flag" },
];

/** The adoption rule most examples go by. */
export const rule: PlainAdoption = {
  from: "2026-01-01",
  core: ["CRM daily", "Pipeline report weekly"],
  module: "CRM",
  seatShare: 80,
  idleDays: 14,
};
const report: PlainUsage = { on: "2026-03-01", feature: "Pipeline report", users: 1, uses: 1, activeDays: 1 };

/** Ten seats in use to a degree, and the weekly report. */
export const using = (users: number): PlainUsage[] => [
  { on: "2026-03-01", feature: "CRM", users, uses: users * 20, activeDays: 5, seats: 10 },
  report,
];

/** Lives, and the stage each has earned with what keeps the next gate shut. */
export const wonExamples = [
  {
    scenario: "S-02",
    title: "Signed and closed, nothing configured, nobody has signed in",
    given: { lines, steps: [closed], day: "2026-01-06" },
    expect: ["Won"],
  },
  {
    title: "Closed, and nobody has signed",
    given: { steps: [{ on: "2026-01-05", what: "deal closed, nobody signed" }], day: "2026-01-06" },
    expect: ["Nothing won", "Contract signed: missing"],
  },
  {
    title: "A contract has begun, and no deal is on record",
    given: { lines, day: "2026-01-05" },
    expect: ["Won"],
  },
  {
    title: "Lost in July and back in December",
    given: {
      lines: [
        { ...contract, to: "2026-06-30" },
        { ...contract, from: "2026-12-01", to: "2027-11-30" },
      ],
      steps: proven,
      day: "2026-12-02",
    },
    expect: ["Won"],
  },
] satisfies Example<LifeCase, string[]>[];

/** Lives, and whether they come to Onboarded. */
export const onboardedExamples = [
  {
    scenario: "S-03",
    title: "Integration, first workflows, the champion for the sponsor, and the CSM's flag",
    given: { lines, steps: proven, day: "2026-02-03" },
    expect: ["Onboarded"],
  },
  {
    scenario: "S-01",
    title: "A label says onboarded; nobody has signed in and nothing was shown",
    given: { lines, steps: begun, day: "2026-01-20" },
    expect: [
      "Won",
      "Technical completion: missing",
      "Adoption trigger: missing",
      "Success milestone: missing",
      "Sponsor confirmation: missing",
      "CSM flag: missing",
    ],
  },
  {
    title: "All of it, but agreed after the kickoff",
    given: {
      lines,
      steps: [
        closed,
        { on: "2026-01-10", what: "kickoff held" },
        { on: "2026-01-12", what: "four criteria agreed" },
        ...shown,
        { on: "2026-02-02", what: "sponsor confirms" },
        { on: "2026-02-03", what: "CSM sets the flag" },
      ],
      day: "2026-02-03",
    },
    expect: [
      "Won",
      "Technical completion: not counted",
      "Adoption trigger: not counted",
      "Success milestone: not counted",
      "Sponsor confirmation: not counted",
    ],
  },
  {
    title: "The champion confirms without being asked to by the sponsor",
    given: {
      lines,
      steps: [
        ...begun,
        ...shown,
        { on: "2026-02-02", what: "champion confirms unasked" },
        { on: "2026-02-03", what: "CSM sets the flag" },
      ],
      day: "2026-02-03",
    },
    expect: ["Won", "Sponsor confirmation: not counted"],
  },
  {
    title: "The confirmation let pass until 1 March, asked for on that day",
    given: {
      lines,
      steps: [
        ...begun,
        ...shown,
        { on: "2026-02-02", what: "confirmation waived", until: "2026-03-01" },
        { on: "2026-02-03", what: "CSM sets the flag" },
      ],
      day: "2026-03-01",
    },
    expect: ["Won", "Sponsor confirmation: missing"],
  },
] satisfies Example<LifeCase, string[]>[];

/** Lives with readings of use, and whether they come to Adopted. */
export const adoptedExamples = [
  {
    scenario: "S-04",
    title: "The CRM module daily, 8 of 10 seats, the pipeline report weekly",
    given: { lines, steps: proven, adoption: [rule], usage: using(8), day: "2026-03-01" },
    expect: ["Adopted"],
  },
  {
    scenario: "S-05",
    title: "2 of 10 seats, and the CRM module unused for 14 days",
    given: {
      lines,
      steps: proven,
      adoption: [rule],
      usage: [
        { on: "2026-03-01", feature: "CRM", users: 2, uses: 4, activeDays: 2, seats: 10 },
        { ...report, on: "2026-03-15", users: 2, seats: 10 },
      ],
      day: "2026-03-15",
    },
    expect: [
      "Onboarded",
      "CRM, daily: failing",
      "Active seats, 80 % or more: failing",
      "CRM not idle for 14 days: failing",
    ],
  },
  {
    title: "Everybody signs in and nobody works with it",
    given: {
      lines,
      steps: proven,
      usage: [{ on: "2026-03-01", users: 10, uses: 100, seats: 10, activity: "login" }],
      day: "2026-03-01",
    },
    expect: [
      "Onboarded",
      "Any use of the product, weekly: failing",
      "Active seats, 80 % or more: failing",
      "The product not idle for 14 days: failing",
    ],
  },
] satisfies Example<LifeCase, string[]>[];

const twoRules: PlainAdoption[] = [
  rule,
  { ...rule, segment: "SMB", core: ["CRM weekly"], seatShare: 50 },
  { ...rule, segment: "SMB", core: ["CRM weekly", "Inbox weekly"], seatShare: 50, from: "2026-06-01" },
];

/** Customers of a segment, and what is core for them on a day. */
export const coreExamples = [
  {
    title: "A customer without a rule for its segment",
    given: { segment: "Mid-market", adoption: twoRules, day: "2026-03-01" },
    expect: ["CRM, daily", "Pipeline report, weekly", "Core module: CRM"],
  },
  {
    scenario: "S-35",
    title: "A small customer, by its segment's own rule",
    given: { segment: "SMB", adoption: twoRules, day: "2026-03-01" },
    expect: ["CRM, weekly", "Core module: CRM"],
  },
  {
    title: "The same after the rule was changed",
    given: { segment: "SMB", adoption: twoRules, day: "2026-06-01" },
    expect: ["CRM, weekly", "Inbox, weekly", "Core module: CRM"],
  },
  {
    title: "No rule at all",
    given: { day: "2026-03-01" },
    expect: ["Any use of the product, weekly"],
  },
] satisfies Example<LifeCase, string[]>[];

const crm = (activeDays: number, more: Partial<PlainUsage> = {}): PlainUsage[] => [
  { on: "2026-03-01", feature: "CRM", users: 5, uses: 40, activeDays, ...more },
];

/** Readings of a feature, and whether they are active use. */
export const useExamples = [
  {
    title: "Used on five of the last seven days, daily is agreed",
    given: { lines, adoption: [rule], usage: crm(5), feature: "CRM", day: "2026-03-01" },
    expect: "met",
  },
  {
    title: "Used on two of them",
    given: { lines, adoption: [rule], usage: crm(2), feature: "CRM", day: "2026-03-01" },
    expect: "failing",
  },
  {
    title: "Signed in on seven of them",
    given: {
      lines,
      adoption: [rule],
      usage: crm(7, { activity: "login" }),
      feature: "CRM",
      day: "2026-03-01",
    },
    expect: "failing",
  },
  {
    title: "No reading of anybody for a month",
    given: { lines, adoption: [rule], usage: crm(5), feature: "CRM", day: "2026-04-01" },
    expect: "stale",
  },
] satisfies Example<FeatureCase, string>[];
