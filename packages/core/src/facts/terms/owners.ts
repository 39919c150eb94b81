import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const sliced = firstVersion("Figures are sliced by it, so everyone must slice by the same thing.");

/** What the terms of owners and segments gained when accounts got an answer to who owns what. */
function revised(change: string) {
  return [
    {
      on: "2026-11-28",
      author: "RevOps",
      reason:
        "Who answers for a customer is now on record for every day, and rules say how it is looked after.",
      change,
    },
  ];
}

/** Words for the owners of a customer, and for the ways to cut a book. */
export const ownerTerms = [
  defineTerm({
    id: "customer-segmentation",
    tier: "B",
    name: "Customer segmentation",
    aliases: ["Segment", "Region", "Industry"],
    section: "cs-operations",
    kind: "segment",
    definition:
      "The division of customers into groups by size, region, industry or behaviour, so that like is compared with like.",
    example:
      "With the segments Enterprise and SMB, NRR is read for each, and the two add up to the whole book.",
    grain: "customer and day",
    inclusions: [
      "segment, region and industry as dated attributes of the account",
      "rules by segment: onboarding criteria, adoption, touch model",
    ],
    exclusions: ["the plan a customer pays for: that is a product"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.success],
    related: [
      "tiering",
      "segmentation-strategy",
      "book-of-business",
      "transfer",
      "shared-customer-record",
      "journey-mapping",
      "acv",
      "benchmarking",
      "core-features",
      "icp",
    ],
    notNotes: [
      "A customer that changes segment has not churned from the old one: it is a transfer, and transfers add up to zero.",
    ],
    versions: sliced,
  }),
  defineTerm({
    id: "tiering",
    tier: "B",
    name: "Tiering",
    aliases: ["Account tier"],
    section: "cs-operations",
    kind: "segment",
    definition:
      "The rank a customer is given for the level of service it receives, by value, strategy or both.",
    example: "A customer of small ARR that every prospect asks about may stand in tier 1.",
    grain: "customer and day",
    inclusions: [
      "a tier by rule, from ARR and attributes",
      "a tier said of the account itself, which stands above the rule",
    ],
    owner: "CS Ops",
    sources: [practice.success],
    related: [
      "customer-segmentation",
      "segmentation-strategy",
      "strategic-accounts",
      "book-of-business",
      "acv",
    ],
    notNotes: ["A tier is not a plan: another tier of service moves no ARR."],
    versions: [...sliced, ...revised("Tiers by rule, and the account's own tier above them.")],
  }),
  defineTerm({
    id: "book-of-business",
    tier: "B",
    name: "Book of business",
    aliases: ["Book", "Portfolio"],
    section: "cs-operations",
    kind: "segment",
    definition: "The customers one person answers for on a given day.",
    example:
      "A CSM with 35 accounts has a book of 35, and its NRR follows the accounts held when the period opened.",
    grain: "owner and day",
    inclusions: ["accounts whose owner field names the person on that day"],
    exclusions: ["accounts the person sold or helped with but does not own"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: [
      "csm",
      "ae",
      "am",
      "transfer",
      "nrr",
      "health-score-distribution",
      "cs-manager",
      "customer-segmentation",
      "named-account-model",
      "shared-customer-record",
      "tiering",
      "today-queue",
    ],
    notNotes: [
      "An account handed to a colleague is neither lost nor won by either: it is a transfer between books.",
    ],
    versions: sliced,
  }),
  defineTerm({
    id: "csm",
    tier: "B",
    name: "Customer Success Manager",
    abbreviation: "CSM",
    section: "roles",
    kind: "role",
    definition:
      "The person answerable for a customer after the sale: for its success first, and so for its retention.",
    example:
      "A CSM with 35 customers is read by the NRR of that book, by its health and by its time to onboard.",
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    grain: "account and day",
    inclusions: [
      "read first by NRR and health of the book and by time to onboard",
      "expansion ARR beside them, where growth is theirs",
      "the renewal as a second duty, where it is theirs: success and renewal are then both said",
    ],
    related: [
      "book-of-business",
      "ae",
      "am",
      "named-account-model",
      "renewal-expansion-ownership",
      "expansion-quota",
      "quota-attainment",
      "nrr-comp-plan",
    ],
    notNotes: ["A CSM is not support: support answers questions, the CSM answers for outcomes."],
    versions: [...sliced, ...revised("What a CSM is read by, and the renewal as a duty of its own.")],
  }),
  defineTerm({
    id: "ae",
    tier: "B",
    name: "Account Executive",
    abbreviation: "AE",
    section: "roles",
    kind: "role",
    definition: "The person who takes an opportunity to a signed contract and hands the customer over.",
    example:
      "An AE closes 48,000 of ARR, writes the handoff and passes the account to its CSM within 14 days.",
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    grain: "account and day",
    inclusions: [
      "naming the sponsor during the sale, and passing the contact on",
      "retaining, where a customer has neither CSM nor AM: one person in both modes",
    ],
    related: [
      "csm",
      "am",
      "sponsor",
      "new-arr",
      "book-of-business",
      "named-account-model",
      "nrr-comp-plan",
      "retention-bonus",
      "clawback",
    ],
    notNotes: ["The AE's part does not end at signature: it ends when the handoff is accepted."],
    versions: [...sliced, ...revised("The AE in both modes, where there is neither CSM nor AM.")],
  }),
  defineTerm({
    id: "am",
    tier: "B",
    name: "Account Manager",
    abbreviation: "AM",
    section: "roles",
    kind: "role",
    definition: "The commercial owner of a customer after the sale, for its renewal and its growth.",
    example: "A customer of 6,000 ARR without a CSM has an AM for renewal and growth, and pooled support.",
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    grain: "account and day",
    inclusions: ["the relationship too, where a customer has no CSM; support then comes from the pool"],
    related: [
      "csm",
      "ae",
      "renewal",
      "expansion",
      "book-of-business",
      "named-account-model",
      "expansion-quota",
      "renewal-expansion-ownership",
    ],
    notNotes: [
      "An AM is not a CSM by another name: an AM owns the contract, a CSM the outcome.",
      "Technical trouble does not stay with an AM: it goes to support or a CSE.",
    ],
    versions: [...sliced, ...revised("The AM as the one who keeps the relationship, without a CSM.")],
  }),
] as const;
