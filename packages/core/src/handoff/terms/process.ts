import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { clockParameters, weightParameters } from "./parameters.ts";

const perClose = "customer and close";

/** Words for how a customer passes from the people who sold to the people who keep it. */
export const processTerms = [
  defineTerm({
    id: "handoff-process",
    tier: "A",
    name: "Handoff",
    aliases: ["Hand-off Process", "Sales-to-CS transition"],
    section: "handoff",
    kind: "process",
    definition:
      "The passage of a won customer from the AE to whoever keeps it, from the close until packet, review, signed expectations and transfer are all done, each by its deadline.",
    example:
      "Closed on Monday, packet complete on Tuesday, accepted on Thursday, signed by both sides, kickoff on day 5, the account with its CSM on day 12: on time.",
    grain: perClose,
    inclusions: [
      "a further handoff for every further close and for every win-back in a new life",
      "one person in both modes where the account has no CSM: from selling to keeping, both signatures theirs",
    ],
    exclusions: ["renewals of a running contract", "a change of CSM"],
    parameters: Object.values(clockParameters),
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.success],
    related: [
      "won",
      "handoff-packet",
      "expectations-document",
      "kickoff",
      "onboarding",
      "ae",
      "csm",
      "cse",
      "milestone-tracking",
    ],
    notNotes: [
      "The handoff is not the kickoff: it begins at the close, and a kickoff held on an empty packet makes it late.",
      "Nobody sets its status: it follows from what was written, reviewed, signed and passed on.",
    ],
    readings: [
      { team: "Sales", reading: "Done when the account has another owner in the CRM." },
      { team: "Customer Success", reading: "Done when all that the customer was promised is known." },
    ],
    versions: firstVersion(
      "Sales took the kickoff call for the handoff, and Success learned of deals on that call.",
    ),
  }),
  defineTerm({
    id: "handoff-packet",
    tier: "A",
    name: "Handoff packet",
    section: "handoff",
    kind: "artifact",
    definition:
      "What the AE writes down for the people who keep the customer, in six sections that must all be filled within 48 hours of the close and read by the CSM before the kickoff.",
    example:
      "Use case, people, promises, technical requirements, timeline and deal context are filled 26 hours after the close; the CSM accepts the packet two days before the call.",
    grain: perClose,
    inclusions: [
      "text, a link, or both in each section",
      "the roles of people at the customer: champion, sponsor, daily contact, objectors or that there are none",
      "promises recorded one by one",
    ],
    exclusions: ["what the ledger knows of the deal: it fills no section"],
    parameters: [clockParameters.handoffPacketHours],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: [
      "handoff-process",
      "handoff-scorecard",
      "deal-context",
      "stakeholder-map",
      "use-case",
      "sales-context-inputs",
      "needs-assessment",
      "deal-data",
      "success-planning",
    ],
    notNotes: [
      "47 hours and 59 minutes are on time, 48 hours and 1 minute are late, whatever clocks on the wall did in between.",
      "A returned packet names what is missing; a packet with gaps cannot be accepted.",
    ],
    versions: firstVersion("The CSM came to the kickoff without knowing what had been sold to whom."),
  }),
  defineTerm({
    id: "handoff-scorecard",
    tier: "A",
    name: "Handoff scorecard",
    aliases: ["Handoff score", "Handoff scoring system"],
    section: "handoff",
    kind: "metric",
    indicator: "leading",
    definition: "The weighted share of what a handoff packet should say that it says.",
    example: "A packet with five full sections and two of five fields of deal context scores 90 %.",
    formula:
      "the sum over the sections of weight times filled fields over required fields, divided by the sum of the weights",
    unit: "ratio",
    grain: perClose,
    exclusions: ["how well it is written: that is the reviewer's to say", "deal data"],
    parameters: Object.values(weightParameters),
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["handoff-packet", "deal-context", "ae", "nrr-comp-plan", "clawback", "revops"],
    notNotes: ["A full score is not an accepted packet: acceptance is the CSM's."],
    versions: firstVersion(
      "Nobody could say how good handoffs were, so nobody was asked to write better ones.",
    ),
  }),
  defineTerm({
    id: "kickoff",
    tier: "A",
    name: "Kickoff",
    aliases: ["Joint kickoff call"],
    section: "handoff",
    kind: "event",
    definition:
      "The first joint call of seller, keeper and customer after the close, at which the customer confirms success criteria, timeline, go-live and a 30-day plan.",
    example:
      "On day 5 the AE sums up, the CSM reads out the success criteria, the customer corrects one, and a 30-day plan is agreed.",
    grain: perClose,
    inclusions: [
      "before it: packet accepted, onboarding criteria written, expectations signed, technical promises told to the CSE, people named",
    ],
    exclusions: ["calls before the close: a kickoff dated before the close is refused"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.successAndProduct],
    related: [
      "handoff-process",
      "won",
      "onboarded",
      "success-criteria",
      "expectations-document",
      "needs-assessment",
      "go-live-milestone",
      "moments-of-truth",
      "onboarding",
    ],
    notNotes: [
      "A kickoff held is not a customer onboarded.",
      "A kickoff is recorded even when nothing was in order before it: what was missing stays visible.",
    ],
    readings: [
      { team: "Sales", reading: "The handoff itself." },
      { team: "Customer Success", reading: "The first call, to be prepared from the packet." },
    ],
    versions: firstVersion(
      "Onboarding was counted as begun when the call had been held, whatever came of it.",
    ),
  }),
] as const;
