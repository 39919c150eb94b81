import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { carriedDays, expansionAbove, healthReviewBelow } from "../parameters.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");
const perDay = "customer and day";

/** Words for how well things stand with an account, and for the numbers that say so. */
export const scoreTerms = [
  defineTerm({
    id: "health-score",
    name: "Health score",
    aliases: ["Customer health score", "Customer health"],
    section: "health",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "A number from 0 to 100 for how well things stand with an account, added up from parts whose weights are written down, where higher is better.",
    example:
      "Larkspur Foods has 30 of 40 points for usage, 20 of 30 for engagement, 10 of 10 for sentiment and 12 of 20 for support load: 72, which calls neither for a review nor for a talk about expansion.",
    formula:
      "the points of the parts added up, at most 100; in the first model usage 40, engagement 30, sentiment 10, support load 20",
    unit: "points",
    grain: perDay,
    inclusions: [
      "the parts that the model in force names: usage, engagement, support tickets, NPS or CSAT answers, the judgement of the CSM",
      "what Sales knew of the account; a model without it is marked as lacking it",
    ],
    exclusions: ["how likely the account is to be lost: that is the risk score"],
    parameters: [carriedDays],
    owner: "CS Ops",
    sources: [
      practice.salesAndSuccess,
      practice.success,
      practice.successAndProduct,
      practice.postSales,
      practice.firstWords,
    ],
    related: [
      "health-score-distribution",
      "health-review-trigger",
      "at-risk",
      "expansion-ready-flag",
      "sales-context-inputs",
      "engagement-score",
      "usage-data",
      "risk-score",
      "true-score",
      "feature-area-health",
      "data-driven-cs",
      "insights-engine",
    ],
    notNotes: [
      "A score made of usage alone is not customer health: it cannot tell a quiet month from a champion who left.",
      "A part that nobody has read is unknown, and neither 0 points nor full points.",
    ],
    readings: [
      { team: "Sales", reading: "How likely the customer is to renew, or to buy more." },
      { team: "Customer Success", reading: "How great the danger is that the customer leaves." },
    ],
    versions: written("Each team had a score of its own, and one account could be green here and red there."),
  }),
  defineTerm({
    id: "health-score-distribution",
    name: "Health score distribution",
    section: "health",
    kind: "metric",
    tier: "B",
    indicator: "leading",
    definition:
      "How many accounts of a book, a segment or the whole company stand in each band of the health score.",
    example:
      "Of the 35 accounts that Ines Carvalho holds, 6 are below 45, 9 from 45 to 69, 14 from 70 to 85, and 6 above 85.",
    formula: "accounts whose latest score lies in a band, counted band by band",
    unit: "count",
    grain: "band and day, over the accounts of a book or segment",
    inclusions: ["accounts that have no score, in a band of their own"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["health-score", "book-of-business", "csm", "health-review-trigger", "cco"],
    notNotes: [
      "The distribution is not the average: a mean of 60 may be sixty everywhere, or half the book in danger.",
    ],
    versions: written("The average of the book stood still while its weakest accounts sank."),
  }),
  defineTerm({
    id: "sales-context-inputs",
    name: "Sales-context inputs",
    section: "health",
    kind: "signal",
    tier: "A",
    indicator: "leading",
    definition:
      "What Sales learned before the close that bears on health later: how well the account fits, how firmly its champion stands, and how hard the promises made to it are to keep.",
    example:
      "Halden Freight works with the product every day, yet its only champion is leaving and three integrations were promised: usage says all is well, the sales context says take care.",
    grain: perDay,
    inclusions: [
      "fit to the ideal customer profile",
      "stability of the champion",
      "complexity of the commitments in packet and expectations document",
    ],
    exclusions: ["usage and tickets: other parts of the score read them"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: [
      "health-score",
      "icp",
      "champion-departure",
      "handoff-packet",
      "deal-context",
      "expectations-document",
    ],
    notNotes: [
      "A packet that is missing makes these inputs unknown, not zero.",
      "Contract value and term are not sales context: they say what was bought, and nothing about who stands behind it.",
    ],
    versions: written("Scores were read off usage, and accounts that looked well did not renew."),
  }),
  defineTerm({
    id: "health-review-trigger",
    name: "Health review trigger",
    aliases: ["Review threshold"],
    section: "health",
    kind: "threshold",
    tier: "A",
    definition:
      "The health score under which the CSM has to look into an account: a review is due below 70, and none at 70.",
    example:
      "Ninebark Clinics goes from 72 to 69 within a week, and a review is opened that day; at 70 there would have been none.",
    formula: "health score < 70",
    grain: perDay,
    inclusions: ["the day on which the score passes from 70 or more to less"],
    exclusions: ["further days below 70 while the review is open"],
    parameters: [healthReviewBelow],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: [
      "health-score",
      "health-score-distribution",
      "at-risk",
      "expansion-ready-flag",
      "early-warning-system",
    ],
    notNotes: ["A review is not a save play: it looks at an account and may find nothing to do."],
    versions: written("When an account was worth a second look was left to whoever happened to look."),
  }),
  defineTerm({
    id: "expansion-ready-flag",
    name: "Expansion conversation flag",
    aliases: ["Expansion-ready"],
    section: "health",
    kind: "threshold",
    tier: "A",
    definition:
      "The mark on an account whose health score is above 85, which says that a talk about buying more is worth having; at 85 there is no mark.",
    example:
      "Corvane Robotics reaches 86 on 4 May, and its CSM plans a talk about a second team; at 72 or at 85 nothing would have been marked.",
    formula: "health score > 85",
    grain: perDay,
    inclusions: ["scores of 86 and more"],
    exclusions: ["a score of exactly 85"],
    parameters: [expansionAbove],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["health-score", "health-review-trigger", "expansion", "csql"],
    notNotes: [
      "The flag is not expansion: no ARR moves before the customer signs.",
      "The flag is not a lead either: that begins when a CSM has judged the chance and passed it on.",
    ],
    versions: written("Customers were asked to buy more while they waited for a fix."),
  }),
] as const;
