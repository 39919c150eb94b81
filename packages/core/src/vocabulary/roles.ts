import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

/** Words for the people around Sales and Success: who keeps the numbers, who builds the product, who leads. */
export const roleVocabulary = [
  defineTerm({
    id: "revops",
    name: "Revenue Operations",
    abbreviation: "RevOps",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The team that answers for what Sales and Customer Success share: their words, the customer record, how handoffs are scored and how NRR is computed.",
    example:
      "Two reports give two figures for the NRR of March; RevOps finds that one leaves contraction out, and has it take its figure from the agreed definition.",
    inclusions: ["the quarterly review of the definitions that Sales and Customer Success share"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["cs-ops", "shared-customer-record", "handoff-scorecard", "nrr"],
    notNotes: [
      "RevOps keeps definitions and does not agree to them: Sales and Customer Success both have to sign.",
    ],
    ...drafted("Definitions without an owner changed in a spreadsheet and stayed the same in a slide."),
  }),
  defineTerm({
    id: "pm",
    name: "Product Manager",
    abbreviation: "PM",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The person who decides what an area of the product is to do next, and who answers what customers bring up about it.",
    example:
      "On Monday a ticket about a gap at 4 accounts reaches Maya Lindqvist; by the Monday after she answers that it is under consideration, and names no date.",
    inclusions: ["an answer with a status within 5 business days of a ticket being escalated"],
    exclusions: ["dates, unless the engineering manager has confirmed them"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: [
      "pmm",
      "engineering-manager",
      "product-designer",
      "backlog",
      "roadmap",
      "moscow",
      "feature-area-health",
      "voc-ticket",
    ],
    notNotes: [
      "A PM's yes is neither a promise to build nor a date: it says that something is being considered.",
      "A release does not end the work of a PM: whether it is adopted is still theirs to answer for.",
    ],
    readings: [
      { team: "Customer Success", reading: "Whoever can say when a feature comes." },
      { team: "Product", reading: "Whoever weighs what many customers say and decides what comes first." },
    ],
    ...drafted("A friendly answer from Product was passed on to a customer as a date."),
  }),
  defineTerm({
    id: "pmm",
    name: "Product Marketing Manager",
    abbreviation: "PMM",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The person who puts a change of the product into the words that our own people, its users and everybody else need.",
    example:
      "One technical specification becomes three texts: a pre-brief for CSMs, an announcement in the product, and a release note.",
    inclusions: ["drafts of deprecation notices", "the form by which beta participants are asked and told"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["pm", "cs-pre-brief", "in-app-messaging", "release-note", "release", "deprecation", "ga"],
    notNotes: [
      "A PMM does not write for the market alone: CSMs are told first, and what CSMs hear comes back the same way.",
    ],
    ...drafted("Launches were written for the market, and CSMs learned of them from customers."),
  }),
  defineTerm({
    id: "engineering-manager",
    name: "Engineering Manager",
    abbreviation: "EM",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The person who decides which engineers work on what, and without whose word no date of a fix or a feature holds.",
    example:
      "A broken integration stops Halden Freight from working; the EM confirms a fix within two sprints at noon, and the PM passes it on to Customer Success the same day.",
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["pm", "sprint", "backlog", "cse"],
    notNotes: [
      "An EM does not decide what is worth building: that is the PM's, and who builds it when is the EM's.",
    ],
    ...drafted("Customers were told dates that no engineer had been asked about."),
  }),
  defineTerm({
    id: "product-designer",
    name: "Product Designer",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The person who shapes how people handle the product, and who learns most by watching customers at work with it.",
    example:
      "She listens in on 2 onboarding calls and sees 3 places where people get stuck that no usage record had shown; all 3 are mended before general availability.",
    inclusions: ["what was observed on a ride-along or at co-design, put on record as feedback"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["pm", "ride-along", "customer-co-design", "user-experience", "qualitative-feedback"],
    notNotes: ["A designer on a customer's call watches and does not lead: the call stays the CSM's."],
    ...drafted("Screens were drawn by people who had never seen a customer use one."),
  }),
  defineTerm({
    id: "cs-ops",
    name: "Customer Success Operations",
    abbreviation: "CS Ops",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The team that answers for what Customer Success works with: its tools, health models, segments and rules, and the words it shares with Product.",
    example:
      "At the quarterly review CS Ops shows the PM that accounts using integrations were below 60 three times running, and both agree to flag the area.",
    inclusions: ["the quarterly review of the definitions that Customer Success and Product share"],
    owner: "CS Ops",
    sources: [practice.success, practice.successAndProduct],
    related: ["revops", "csp", "feature-area-health", "workflow-automation", "segmentation-strategy"],
    notNotes: [
      "CS Ops is not RevOps: the one keeps what Success shares with Product, the other what it shares with Sales.",
    ],
    ...drafted("Health models and segments were changed by whoever had the password."),
  }),
  defineTerm({
    id: "cco",
    name: "Chief Customer Officer",
    abbreviation: "CCO",
    section: "roles",
    kind: "role",
    tier: "B",
    definition:
      "The executive who answers for all that happens after a sale: customer success, support and services.",
    example:
      "On one page the CCO reads an NRR of 103 %, a GRR of 95 %, a logo churn of 4 % beside a revenue churn of 1 %, and how accounts spread over the bands of health.",
    owner: "RevOps",
    sources: [practice.postSales],
    related: ["csm", "cs-manager", "exec-sponsor", "health-score-distribution", "nrr", "pnl-ownership"],
    notNotes: [
      "A CCO is not the exec sponsor of every account: that is one executive for one strategic customer.",
    ],
    ...drafted("Support, services and success each reported a success of their own, and customers left."),
  }),
] as const;
