import type {
  AccountEntry,
  Cadence,
  ChurnReason,
  OnboardingCriterion,
  WorkspaceEntry,
} from "../facts/index.ts";
import { churnReasons, onboardingCriteria } from "../facts/index.ts";
import { ContactId, day } from "../kernel/index.ts";
import { customerOf, type PlainCustomer } from "./plain-customer.ts";

const sponsor = ContactId.parse("con_sponsor");
const champion = ContactId.parse("con_champion");

/** A step of a customer's life in the words of an example, with its day and what some steps take besides. */
export interface PlainStep {
  readonly on: string;
  readonly what: keyof typeof steps;
  /** Of evidence and waivers: the first day it no longer counts. Of a kickoff: the day to go live. */
  readonly until?: string;
  readonly hours?: number;
  readonly reason?: ChurnReason;
}

/** A customer's life as examples tell it: contract lines, steps, readings of usage and the adoption rules of the house. */
export interface PlainLife extends Pick<PlainCustomer, "lines" | "segment" | "owners" | "usage"> {
  readonly steps?: readonly PlainStep[];
  readonly adoption?: readonly PlainAdoption[];
}

/** An adoption rule: core features as `CRM daily`. */
export interface PlainAdoption {
  readonly from: string;
  readonly segment?: string;
  readonly core: readonly `${string} ${Cadence}`[];
  readonly module: string;
  readonly seatShare: number;
  readonly idleDays: number;
}

type Told = Omit<PlainStep, "what">;

const evidence =
  (criterion: "technical_completion" | "adoption_trigger" | "success_milestone") =>
  ({ until }: Told): AccountEntry[] => [
    {
      of: "evidence",
      criterion,
      observed: "Seen in the product.",
      link: null,
      expiresOn: until ? day(until) : null,
    },
  ];
const confirmation =
  (role: "sponsor" | "champion", delegated: boolean) =>
  ({ until }: Told): AccountEntry[] => [
    {
      of: "confirmation",
      contactId: role === "sponsor" ? sponsor : champion,
      role,
      delegatedBy: delegated ? sponsor : null,
      observed: "The primary use case runs.",
      link: null,
      expiresOn: until ? day(until) : null,
    },
  ];
const deal =
  (signed: boolean) =>
  ({ on }: Told): AccountEntry[] => [
    { of: "deal_closed", opportunity: null, signedOn: signed ? day(on) : null },
  ];
const talk = (type: "meeting" | "qbr", outcome: "good" | "bad" | null) => (): AccountEntry[] => [
  {
    of: "touchpoint",
    type,
    direction: "ours",
    contacts: [sponsor],
    text: "Talked about how it goes.",
    outcome,
    nextStep: null,
  },
];

const steps = {
  "deal closed and signed": deal(true),
  "deal closed, nobody signed": deal(false),
  "four criteria agreed": () =>
    onboardingCriteria.map(
      (criterion: OnboardingCriterion): AccountEntry => ({
        of: "criterion",
        criterion,
        text: "As agreed.",
        from: null,
      }),
    ),
  "kickoff held": ({ until }) => [
    {
      of: "kickoff",
      attendedBy: [],
      successCriteria: null,
      timeline: null,
      goLiveOn: until ? day(until) : null,
      plan: null,
    },
  ],
  "technical completion shown": evidence("technical_completion"),
  "adoption trigger shown": evidence("adoption_trigger"),
  "success milestone shown": evidence("success_milestone"),
  "sponsor confirms": confirmation("sponsor", false),
  "champion confirms for the sponsor": confirmation("champion", true),
  "champion confirms unasked": confirmation("champion", false),
  "confirmation waived": ({ until = "9999-12-31" }) => [
    {
      of: "waiver",
      criterion: "sponsor_confirmation",
      reason: "The sponsor is on leave.",
      role: "cs_manager",
      expiresOn: day(until),
    },
  ],
  "CSM sets the flag": () => [{ of: "onboarded_flag", value: true }],
  "moved back to Won": () => [{ of: "setback", to: "won", reason: "The use case changed." }],
  "hours of onboarding": ({ hours = 1 }) => [{ of: "effort", hours }],
  "reason for leaving": ({ on, reason = "price" }) => [
    {
      of: "churn_reason",
      leftOn: day(on),
      reason,
      voluntary: churnReasons[reason].voluntary,
      preventable: churnReasons[reason].preventable,
      note: null,
      link: null,
    },
  ],
  "meeting that went well": talk("meeting", "good"),
  "meeting that went badly": talk("meeting", "bad"),
  "quarterly review": talk("qbr", null),
} as const satisfies Record<string, (told: Told) => AccountEntry[]>;

const named = (contactId: ContactId, role: "sponsor" | "champion"): AccountEntry => ({
  of: "contact_role",
  contactId,
  role,
  state: "active",
  since: day("2020-01-01"),
  influence: null,
  sentiment: null,
  counterpart: null,
  note: null,
});

function adoptionRule({ segment, core, module, seatShare, idleDays }: PlainAdoption): WorkspaceEntry {
  return {
    of: "adoption_rule",
    segment: segment ?? null,
    coreFeatures: core.map((said) => {
      const at = said.lastIndexOf(" ");
      return { feature: said.slice(0, at), cadence: said.slice(at + 1) as Cadence };
    }),
    coreModule: module,
    seatShare,
    idleDays,
  };
}

/** The record and the rules a life in plain words stands for. */
export function lifeOf({ steps: told = [], adoption = [], ...rest }: PlainLife) {
  return customerOf({
    ...rest,
    entries: [
      { at: "2020-01-01", entry: named(sponsor, "sponsor") },
      { at: "2020-01-01", entry: named(champion, "champion") },
      ...told.flatMap(({ what, ...step }) => steps[what](step).map((entry) => ({ at: step.on, entry }))),
    ],
    rules: adoption.map((rule) => ({ on: rule.from, entry: adoptionRule(rule) })),
  });
}
