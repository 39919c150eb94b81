import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const perClose = "customer and close";

/** Words for what a handoff is made of. */
export const contentTerms = [
  defineTerm({
    id: "deal-context",
    tier: "A",
    name: "Deal context",
    section: "handoff",
    kind: "artifact",
    definition:
      "The story behind a deal that no field of the CRM holds: why now, which pain, who influenced it, what was objected and what nearly lost it.",
    example:
      "A rollout of another product failed 18 months ago, the objection was complexity, the COO was won over in the trial, and the CFO signed without interest.",
    grain: perClose,
    inclusions: ["five fields, or a note or link that tells them all"],
    exclusions: ["amounts, dates and terms: deal data"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: [
      "deal-data",
      "handoff-packet",
      "handoff-scorecard",
      "champion",
      "sponsor",
      "sales-context-inputs",
    ],
    notNotes: ["Deal context is not deal data: a contract that is known to the cent explains nothing."],
    readings: [
      { team: "Sales", reading: "What the CRM says about the deal." },
      { team: "Customer Success", reading: "Why the customer bought, and what nearly stopped it." },
    ],
    versions: firstVersion(
      "Packets were copies of the order form, and the reasons for the purchase left with the AE.",
    ),
  }),
  defineTerm({
    id: "deal-data",
    tier: "B",
    name: "Deal data",
    section: "handoff",
    kind: "artifact",
    definition: "The figures of a deal as the ledger has them: ARR, close date and contract terms.",
    example: "48,000 of ARR, signed on 2 March, one year from 2 March, renewing by itself.",
    grain: perClose,
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["deal-context", "arr", "handoff-packet"],
    notNotes: ["Deal data fills no section of the packet: it is shown beside it."],
    versions: firstVersion("Fields filled by the CRM made empty packets look half done."),
  }),
  defineTerm({
    id: "expectations-document",
    tier: "A",
    name: "Expectations document",
    section: "handoff",
    kind: "artifact",
    definition:
      "What the customer may count on by which day after the close, in writing, valid only when the AE and Customer Success both signed its present version before the kickoff.",
    example:
      "ERP integration by day 30, first automated report by day 45, a dashboard for the CFO by day 60; signed by both on days 2 and 3: valid, and three milestones to track.",
    grain: perClose,
    inclusions: ["text or a link, whatever its form", "commitments as milestones with a day after the close"],
    exclusions: ["a version that was signed before it was changed: it is signed anew"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["handoff-process", "kickoff", "success-criteria", "ae", "csm", "sales-context-inputs"],
    notNotes: [
      "It need not be formal, but it must be written and confirmed.",
      "Two signatures of one person are two only where the account has no CSM.",
    ],
    readings: [
      { team: "Sales", reading: "A note of what was talked about." },
      { team: "Customer Success", reading: "What the customer will hold us to." },
    ],
    versions: firstVersion("Customers had been promised what the CSM never saw."),
  }),
  defineTerm({
    id: "stakeholder-map",
    tier: "B",
    name: "Stakeholder map",
    section: "handoff",
    kind: "artifact",
    definition:
      "The people at a customer by the part they play, complete when champion, sponsor and daily contact are named and objectors are named or declared to be none.",
    example: "Champion the COO, sponsor the CFO, daily contact the operations lead, and nobody objected.",
    grain: "customer and moment",
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["stakeholder", "champion", "sponsor", "handoff-packet", "champion-departure"],
    notNotes: ["No objector on record does not mean that nobody objected: that is declared."],
    versions: firstVersion(
      "Packets named the signatory and left out who would use the product and who was against it.",
    ),
  }),
  defineTerm({
    id: "success-criteria",
    tier: "B",
    name: "Success criteria",
    section: "handoff",
    kind: "artifact",
    definition:
      "What the customer itself calls a success, written down before the kickoff and confirmed by the customer at it.",
    example:
      "Pipeline reports without spreadsheets by the end of the quarter, confirmed by the COO on the call.",
    grain: perClose,
    exclusions: ["goals of ours", "what was written after the kickoff"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["kickoff", "expectations-document", "use-case", "fvd", "needs-assessment"],
    notNotes: ["Success criteria are not a list of features: they say what the customer can do afterwards."],
    readings: [
      { team: "Sales", reading: "What the pitch had promised." },
      { team: "Customer Success", reading: "What the customer will measure us by." },
    ],
    versions: firstVersion("Success was what the vendor had delivered."),
  }),
  defineTerm({
    id: "use-case",
    tier: "B",
    name: "Use case",
    aliases: ["Primary use case"],
    section: "handoff",
    kind: "artifact",
    definition: "The work a customer bought the product for, with the problem it is to solve.",
    example: "The weekly pipeline report, put together by hand from three systems until now.",
    grain: perClose,
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.successAndProduct],
    related: ["handoff-packet", "success-criteria", "needs-assessment"],
    notNotes: ["A use case is not a feature: the same feature serves several."],
    versions: firstVersion("The use case sold and the use case set up were two."),
  }),
] as const;
