import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const held = firstVersion("Any longer call was entered as a business review.");

/** Words for business reviews, and for the page that shows a customer whole. */
export const reviewTerms = [
  defineTerm({
    id: "business-review",
    tier: "B",
    name: "Business review",
    aliases: ["Annual business review", "Business Review (QBR/EBR)"],
    section: "engagement",
    kind: "event",
    definition:
      "A meeting that holds what a customer wanted against what it has got, with an agenda, who took part and what comes next.",
    example:
      "A strategic customer has its annual review in March without our exec sponsor: it was held, and the list says who was missing.",
    grain: "review",
    inclusions: ["quarterly (QBR)", "executive (EBR)", "annual"],
    exclusions: ["status calls, trainings and support sessions"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: [
      "qbr",
      "ebr",
      "touchpoints",
      "exec-sponsor",
      "value-realization",
      "canva",
      "moments-of-truth",
      "strategic-accounts",
    ],
    notNotes: ["A deck that was sent is a mail, not a review."],
    versions: held,
  }),
  defineTerm({
    id: "qbr",
    tier: "B",
    name: "Quarterly business review",
    abbreviation: "QBR",
    section: "engagement",
    kind: "event",
    definition: "The business review of a closely looked after customer, once in each calendar quarter.",
    example:
      "None in July to September and none yet on 5 October: missed. Held on 12 October: held, until the year ends.",
    grain: "account and calendar quarter",
    inclusions: ["one held in the calendar quarter, on any day of it"],
    exclusions: ["a second one in the same quarter: it does not count for the next"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success, practice.successAndProduct, practice.postSales],
    related: ["business-review", "ebr", "high-touch"],
    notNotes: ["Two reviews in one quarter do not cover the next one."],
    versions: held,
  }),
  defineTerm({
    id: "ebr",
    tier: "B",
    name: "Executive business review",
    abbreviation: "EBR",
    section: "engagement",
    kind: "event",
    definition:
      "The business review that the customer's sponsor takes part in, about goals of their business.",
    example: "An executive review that only the champion came to does not count: the sponsor was missing.",
    grain: "account and calendar year",
    inclusions: ["the sponsor, or an executive in their place, among those who took part"],
    exclusions: ["a review that only everyday contacts came to"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["business-review", "qbr", "sponsor", "strategic-accounts"],
    notNotes: ["It is not a longer QBR: without the sponsor it was another meeting."],
    versions: held,
  }),
  defineTerm({
    id: "customer-360",
    tier: "A",
    name: "Customer 360",
    aliases: ["Customer 360 view", "Account 360"],
    section: "cs-operations",
    kind: "artifact",
    definition:
      "The one page of a customer: stage and evidence, people, handoff, timeline, revenue, renewals and tasks, all read from the one record.",
    example:
      "Before a call the CSM opens one page: renewal in 61 days, the champion left on Monday, the last touch 12 days ago, two tasks open.",
    grain: "customer and day",
    inclusions: ["what is open or overdue, with a way to where it is done"],
    exclusions: ["figures of the whole book"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["shared-customer-record", "stakeholder", "touchpoints"],
    notNotes: ["It is a page, not a copy: everything on it is computed from the record when it is opened."],
    versions: firstVersion("What was known of a customer lay in five systems and three heads."),
  }),
] as const;
