import { defineTerm, firstVersion, practice } from "../glossary/index.ts";

/** Words for what other systems say, and for how it is held against what is on record. */
export const terms = [
  defineTerm({
    id: "crm",
    tier: "B",
    name: "Customer relationship management",
    abbreviation: "CRM",
    section: "cs-operations",
    kind: "technology",
    definition:
      "The system in which Sales keeps opportunities, contacts and contracts, and the one that decides whether a deal was won.",
    example: "An opportunity stands at Closed-Won there: with the signed contract the customer is Won.",
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.postSales],
    related: ["csp", "stage-claim", "label-mapping", "shared-customer-record"],
    notNotes: ["What a stage field in it says is a claim: whether it is so follows from evidence."],
    versions: firstVersion("Stage fields were read as facts."),
  }),
  defineTerm({
    id: "csp",
    tier: "C",
    vocabularyOnly:
      "The name stands for a class of products, and this is one of them: there is nothing of it to compute.",
    name: "Customer success platform",
    abbreviation: "CSP",
    section: "cs-operations",
    kind: "technology",
    definition:
      "A system in which Customer Success keeps the health, plans, tasks and stages of its customers, beside what Sales keeps.",
    example: "A platform labels a customer as live on the day of its go-live meeting.",
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["crm", "stage-claim", "label-mapping", "cs-ops"],
    notNotes: ["Its labels must be those of the CRM, word for word, or two reports on one milestone differ."],
    versions: firstVersion("Sales and Customer Success each had labels of their own."),
  }),
  defineTerm({
    id: "stage-claim",
    tier: "B",
    name: "Stage claim",
    aliases: ["Claim"],
    section: "lifecycle",
    kind: "signal",
    definition:
      "What a field of some system says of where a customer stands, from the day it began to say so until it says something else.",
    example: "A CRM field reads Onboarded since 2 March: a claim, two weeks old on 16 March, whoever set it.",
    grain: "account, system and field",
    inclusions: ["stage labels of a CRM or a success platform", "tags and statuses set by hand"],
    exclusions: ["evidence: usage, confirmations, contracts"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.termwise],
    related: ["divergence", "label-mapping", "crm", "csp"],
    notNotes: ["A claim is not evidence: it changes no stage."],
    versions: firstVersion("A label somebody set was reported as if it had been seen."),
  }),
  defineTerm({
    id: "label-mapping",
    tier: "B",
    name: "Label mapping",
    section: "lifecycle",
    kind: "process",
    definition:
      "What each label in a field of another system means in the words of this glossary, written down in versions that hold from a day on.",
    example:
      "Go-Live in the success platform means Won until it is agreed otherwise; a label nobody has spoken of is compared with nothing.",
    grain: "system, field and label",
    inclusions: ["labels that differ only in case or spaces are one"],
    exclusions: ["guesses: what is unknown is asked about"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.termwise],
    related: ["stage-claim", "divergence"],
    notNotes: ["A label that says live does not mean onboarded."],
    versions: firstVersion("One word stood for two milestones, and two words for one."),
  }),
  defineTerm({
    id: "divergence",
    tier: "A",
    name: "Divergence",
    aliases: ["Stage mismatch", "Label mismatch"],
    section: "lifecycle",
    kind: "signal",
    definition:
      "A claim and the evidence of the same day that do not agree, or two systems that claim different things of one customer.",
    example:
      "The CRM says onboarded, and in four weeks nobody has worked with the product: the claim is contradicted.",
    grain: "account, system and field",
    inclusions: [
      "a claim evidence speaks against, or nothing speaks for",
      "evidence that nobody claims, and evidence that has gone out of date",
      "two systems with different stages for one customer",
    ],
    exclusions: ["what was accepted with a reason, until the acceptance expires"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.termwise],
    related: ["stage-claim", "label-mapping", "reported-value", "shared-customer-record"],
    notNotes: [
      "A claim of less than evidence shows is a lag and not a lie.",
      "An open expansion or renewal beside a stage is no divergence: motions run over stages.",
    ],
    versions: firstVersion(
      "Reports of two teams on the same customers did not agree, and nobody could say where.",
    ),
  }),
  defineTerm({
    id: "reported-value",
    tier: "B",
    name: "Reported value",
    section: "leadership",
    kind: "artifact",
    definition:
      "What another system or a document gives as the value of a term in a period, kept beside ours so that the difference can be told.",
    example:
      "A deck says NRR was 104 %, and ours is 101 %: without contraction ours would be 104 % too, and two customers make the difference.",
    grain: "system, term and period",
    inclusions: [
      "a rate typed by hand",
      "a list of accounts with amounts, such as a churn list from billing",
    ],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.termwise],
    related: ["divergence", "nrr", "churned-arr", "arr"],
    notNotes: ["A reported value changes no figure of ours."],
    versions: firstVersion("The same rate had two values in two documents of one meeting."),
  }),
] as const;
