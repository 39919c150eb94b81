import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

/** Words for the people around Sales and Success: who keeps the numbers, who builds the product, who leads. */
export const roleVocabulary = [
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
    grain: "person and area of the product",
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
    grain: "person and release",
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
    grain: "person and team",
    inclusions: ["a date, once engineers have been assigned to it"],
    exclusions: ["dates from anybody else"],
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
    grain: "person",
    inclusions: ["what was observed on a ride-along or at co-design, put on record as feedback"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["pm", "ride-along", "customer-co-design", "user-experience", "qualitative-feedback"],
    notNotes: ["A designer on a customer's call watches and does not lead: the call stays the CSM's."],
    ...drafted("Screens were drawn by people who had never seen a customer use one."),
  }),
] as const;
