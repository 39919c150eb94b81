import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const asked = firstVersion("How closely a customer is looked after depended on who was asked.");

/** Words for how closely customers are looked after, and who answers for what. */
export const modelTerms = [
  defineTerm({
    id: "high-touch",
    tier: "B",
    name: "High touch",
    aliases: ["High-touch CS"],
    section: "cs-operations",
    kind: "segment",
    definition:
      "The touch model of customers with a CSM of their own, regular personal contact and a business review each quarter.",
    example: "An enterprise customer not spoken to for 31 days, under a rule of 30, is overdue by a day.",
    grain: "customer and day",
    inclusions: ["customers that the rules in force, or the account itself, put there"],
    exclusions: ["customers who are called often without the model saying so"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["low-touch", "tech-touch", "touchpoints", "qbr", "segmentation-strategy", "human-led-success"],
    notNotes: ["High touch without a CSM is an ownership gap, not another model."],
    versions: asked,
  }),
  defineTerm({
    id: "low-touch",
    tier: "B",
    name: "Low touch",
    aliases: ["Low-touch CS"],
    section: "cs-operations",
    kind: "segment",
    definition:
      "The touch model of customers who get few personal touchpoints, at fixed intervals, and help by themselves in between.",
    example: "A mid-sized customer is spoken to once a quarter; on day 91 it is overdue.",
    grain: "customer and day",
    inclusions: ["customers that the rules in force, or the account itself, put there"],
    exclusions: ["customers nobody has been assigned to"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["high-touch", "tech-touch", "touchpoints", "segmentation-strategy"],
    notNotes: ["Low touch is not nobody's: renewal and growth have owners here too."],
    versions: asked,
  }),
  defineTerm({
    id: "tech-touch",
    tier: "B",
    name: "Tech touch",
    aliases: ["Tech-touch CS"],
    section: "cs-operations",
    kind: "segment",
    definition:
      "The touch model of customers who are looked after through the product, mails and other channels that need no person.",
    example:
      "Three hundred small customers get the same four mails in their first month, each when they reach a step.",
    grain: "customer and day",
    inclusions: ["customers that the rules in force, or the account itself, put there"],
    exclusions: ["a personal call: it is welcome, and moves nobody to another model"],
    owner: "CS Ops",
    sources: [practice.success],
    related: [
      "high-touch",
      "low-touch",
      "human-led-success",
      "segmentation-strategy",
      "in-app-messaging",
      "touchpoints",
    ],
    notNotes: ["A mail that a system sent is a touchpoint, and counts as one that no person carried."],
    versions: asked,
  }),
  defineTerm({
    id: "named-account-model",
    tier: "B",
    name: "Named account model",
    section: "cs-operations",
    kind: "practice",
    definition:
      "The rule that each customer has one person of ours, by name, who keeps the relationship on any given day.",
    example:
      "A customer of 6,000 ARR has no CSM: its AM keeps it by name, with pooled support. Without an AM, it is the AE who sold it.",
    grain: "account and day",
    inclusions: ["a CSM; without one the AM; without one the AE who sold"],
    owner: "CS Ops",
    sources: [practice.success, practice.salesAndSuccess],
    related: ["csm", "am", "ae", "book-of-business", "renewal-expansion-ownership"],
    notNotes: ["A pool is not an owner: support can be pooled, the relationship cannot."],
    versions: firstVersion("Customers without a CSM had nobody, and their figures were left out."),
  }),
  defineTerm({
    id: "renewal-expansion-ownership",
    tier: "A",
    name: "Renewal and expansion ownership",
    aliases: ["Renewal ownership", "Expansion ownership", "Renewal ownership model"],
    section: "lifecycle",
    kind: "process",
    definition:
      "The written answer, for every customer, to who of CSM, AM and AE owns its renewal and who owns its growth.",
    example:
      "The AM owns the renewal, the CSM the growth. Where nobody has said so, the account stands on the list of ownership gaps.",
    grain: "customer and day",
    inclusions: [
      "a role that nobody holds at the customer",
      "growth the ledger booked that nobody is on record for",
      "open expansions whose owner has left the account",
    ],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: [
      "renewal",
      "expansion",
      "csm",
      "am",
      "ae",
      "named-account-model",
      "expansion-quota",
      "on-time-renewal-rate",
    ],
    notNotes: [
      "Ownership is said and never inferred: that there is a CSM does not make the renewal theirs.",
      "A gap refuses nothing: the growth is booked, and the gap is shown until somebody answers for it.",
    ],
    readings: [
      { team: "Sales", reading: "Whoever closes the expansion owns it." },
      { team: "Customer Success", reading: "Whoever found the expansion owns it." },
    ],
    versions: firstVersion("Two people claimed the same expansion, and nobody the renewal."),
  }),
] as const;
