import type { Example } from "../glossary/index.ts";
import type { PlainRecord } from "../people/index.ts";
import type { PlainRules } from "./plain-rules.ts";

/** What is on record of a customer, the rules of the house and its ARR in major units, asked of on a day. */
export interface CoverageCase {
  readonly record: PlainRecord;
  readonly on: string;
  readonly arr?: string;
  readonly rules?: PlainRules;
  readonly renewalOn?: string;
  /** First day as a customer. */
  readonly since?: string;
}

/** Examples by the term they are of. */
export type Examples<Result> = Record<string, Example<CoverageCase, Result>[]>;

/** A customer of the largest segment. */
export const enterprise = { attribute: "segment", value: "Enterprise" } as const;
const rules: PlainRules = {
  coverage: [
    {
      from: "2025-01-01",
      tiers: [{ tier: "Tier 1", when: [{ measure: "arr", min: 10_000_000, max: null }] }],
      touch: [
        { model: "high_touch", everyDays: 30, when: [{ attribute: "segment", in: ["Enterprise"] }] },
        { model: "tech_touch", everyDays: 180, when: [{ measure: "arr", min: null, max: 599_999 }] },
        { model: "low_touch", everyDays: 90, when: [] },
      ],
      strategic: [{ measure: "arr", min: 25_000_000, max: null }],
    },
  ],
};

/** Customers, and how they are looked after. */
export const coverageExamples = {
  "segmentation-strategy": [
    {
      title: "The first touch model whose conditions hold, and the tier of the ARR",
      given: { record: { attributes: [enterprise] }, on: "2025-06-01", arr: "120000", rules },
      expect: "Enterprise, Tier 1, high_touch every 30 days",
    },
    {
      title: "Before the workspace wrote rules, those of the house apply",
      given: { record: { attributes: [enterprise] }, on: "2024-06-01", arr: "120000", rules },
      expect: "Enterprise, no tier, high_touch every 30 days",
    },
  ],
  "customer-segmentation": [
    {
      title: "Without a segment the rules on segments hold for nobody",
      given: { record: {}, on: "2025-06-01", arr: "20000", rules },
      expect: "no segment, no tier, low_touch every 90 days",
    },
  ],
  tiering: [
    {
      title: "A tier said of the account itself stands above the rules",
      given: {
        record: { attributes: [enterprise, { attribute: "tier", value: "Tier 3" }] },
        on: "2025-06-01",
        arr: "120000",
        rules,
      },
      expect: "Enterprise, Tier 3, high_touch every 30 days",
    },
  ],
  "strategic-accounts": [
    {
      title: "Strategic by rule from 250,000 on",
      given: { record: { attributes: [enterprise] }, on: "2025-06-01", arr: "250000", rules },
      expect: "Enterprise, Tier 1, high_touch every 30 days, strategic",
    },
    {
      title: "And by a decision on record below it",
      given: {
        record: { attributes: [{ attribute: "strategic", value: "yes" }] },
        on: "2025-06-01",
        arr: "20000",
        rules,
      },
      expect: "no segment, no tier, low_touch every 90 days, strategic",
    },
  ],
} satisfies Examples<string>;

const call = (on: string) => ({ on, type: "call" as const, with: ["ana"] });

/** Customers, and whether they were spoken to often enough. */
export const touchExamples = {
  "high-touch": [
    {
      title: "On day 31 of a model that wants a touchpoint every 30 days it is overdue",
      given: {
        record: { attributes: [enterprise], touches: [call("2025-06-01")] },
        on: "2025-07-02",
        rules,
      },
      expect: "31 days of 30, overdue",
    },
    {
      title: "On day 30 it is not",
      given: {
        record: { attributes: [enterprise], touches: [call("2025-06-01")] },
        on: "2025-07-01",
        rules,
      },
      expect: "30 days of 30",
    },
  ],
  "low-touch": [
    {
      title: "Once a quarter is enough for the others",
      given: { record: { touches: [call("2025-06-01")] }, on: "2025-08-30", arr: "20000", rules },
      expect: "90 days of 90",
    },
  ],
  "tech-touch": [
    {
      title: "Small customers are reached through channels that need no person",
      given: {
        record: { touches: [{ on: "2025-06-01", type: "email", by: null }] },
        on: "2025-06-11",
        arr: "5999.99",
        rules,
      },
      expect: "10 days of 180",
    },
  ],
} satisfies Examples<string>;

/** Customers and the profile, and how well they fit. */
export const fitExamples = {
  icp: [
    {
      title: "Four of six by weight",
      given: {
        record: {
          attributes: [
            { attribute: "industry", value: "Logistics" },
            { attribute: "employees", value: "40" },
            { attribute: "region", value: "Europe" },
          ],
        },
        on: "2025-06-01",
        rules: {
          icp: [
            {
              from: "2025-01-01",
              conditions: [
                { name: "Logistics", weight: 3, when: { attribute: "industry", in: ["Logistics"] } },
                { name: "50 to 500 people", weight: 2, when: { measure: "employees", min: 50, max: 500 } },
                { name: "Europe", weight: 1, when: { attribute: "region", in: ["Europe"] } },
              ],
            },
          ],
        },
      },
      expect: "2/3",
    },
    {
      title: "Before a profile was written there is no fit",
      given: { record: {}, on: "2025-06-01" },
      expect: null,
    },
  ],
} satisfies Examples<string | null>;

const am = { attribute: "am", value: "Rita Solano" } as const;
const ae = { attribute: "ae", value: "Theo Novak" } as const;
const csm = { attribute: "csm", value: "Mara Klein" } as const;
const owned = [
  { attribute: "renewal_owner", value: "am" },
  { attribute: "expansion_owner", value: "am" },
] as const;

/** Customers, and who of us answers for what. */
export const ownerExamples = {
  "named-account-model": [
    {
      title: "With a CSM the relationship is the CSM's, whoever else there is",
      given: { record: { attributes: [csm, am, ae, ...owned] }, on: "2025-06-01" },
      expect: "csm Mara Klein; renewal am Rita Solano; expansion am Rita Solano; support csm",
    },
    {
      title: "With nobody at all it is nobody's",
      given: { record: {}, on: "2025-06-01" },
      expect: "nobody; renewal nobody; expansion nobody; support pooled",
    },
  ],
  am: [
    {
      scenario: "S-11",
      title: "A customer of 6,000 ARR: the AM has relationship, renewal and growth, support is pooled",
      given: {
        record: { attributes: [{ attribute: "segment", value: "SMB" }, am, ...owned] },
        on: "2025-06-01",
        arr: "6000",
      },
      expect: "am Rita Solano; renewal am Rita Solano; expansion am Rita Solano; support pooled",
    },
  ],
  ae: [
    {
      scenario: "S-36",
      title: "Neither CSM nor AM: who sold also retains, in both modes",
      given: { record: { attributes: [{ attribute: "segment", value: "SMB" }, ae] }, on: "2025-06-01" },
      expect: "ae Theo Novak; renewal nobody; expansion nobody; support pooled; both modes",
    },
  ],
} satisfies Examples<string>;

/** Customers, and what nobody of us answers for. */
export const gapExamples = {
  "renewal-expansion-ownership": [
    {
      title: "A CSM alone owns neither renewal nor growth until it is said",
      given: { record: { attributes: [csm] }, on: "2025-06-01", renewalOn: "2025-07-31" },
      expect: ["renewal_owner, renewal in 60 days", "expansion_owner"],
    },
    {
      title: "Said, and the role is held: no gap. Said, and nobody has the role: a gap",
      given: {
        record: {
          attributes: [
            csm,
            { attribute: "renewal_owner", value: "csm" },
            { attribute: "expansion_owner", value: "am" },
          ],
        },
        on: "2025-06-01",
      },
      expect: ["expansion_owner, am"],
    },
    {
      title: "Looked after closely, strategic, and without CSM and executive",
      given: {
        record: {
          attributes: [enterprise, am, ...owned, { attribute: "strategic", value: "yes" }],
        },
        on: "2025-06-01",
      },
      expect: ["csm", "exec_sponsor"],
    },
  ],
} satisfies Examples<string[]>;

/** The accounts somebody holds in a role, and the day. */
export interface BookCase {
  readonly role: "csm" | "am" | "ae";
  readonly on: string;
  readonly book: readonly { readonly times?: number; readonly record: PlainRecord }[];
}

/** What the book of somebody is read by. */
export const bookExamples = [
  {
    scenario: "S-12",
    title: "35 accounts, growth in some of them hers: three measures, and expansion ARR beside them",
    given: {
      role: "csm",
      on: "2025-06-01",
      book: [
        { times: 30, record: { attributes: [csm] } },
        { times: 5, record: { attributes: [csm, { attribute: "expansion_owner", value: "csm" }] } },
      ],
    },
    expect: [
      "35 accounts",
      "NRR of the book",
      "Health of the book",
      "Time to onboard",
      "beside it Expansion ARR",
      "duties: success, expansion",
    ],
  },
  {
    title: "With renewals of her own, both duties are said",
    given: {
      role: "csm",
      on: "2025-06-01",
      book: [{ record: { attributes: [csm, { attribute: "renewal_owner", value: "csm" }] } }],
    },
    expect: [
      "1 account",
      "NRR of the book",
      "Health of the book",
      "Time to onboard",
      "duties: success, renewal",
    ],
  },
] satisfies Example<BookCase, string[]>[];
