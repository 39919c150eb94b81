import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const ruled = firstVersion(
  "Who gets how much attention was decided case by case and could not be asked for.",
);

/** Words for which customers are alike, and which stand out. */
export const segmentTerms = [
  defineTerm({
    id: "segmentation-strategy",
    tier: "B",
    name: "Segmentation strategy",
    section: "cs-operations",
    kind: "practice",
    definition:
      "The written rules that say which customers get which tier of service, which touch model and how often a touchpoint.",
    example:
      "Enterprise customers: high touch, every 30 days. From 100,000 of ARR on: tier 1. All others: low touch, every 90 days.",
    grain: "segment",
    inclusions: [
      "rules on segment, tier, region, industry, ARR and head count, the first that holds decides",
      "a day each version holds from, who wrote it and when",
    ],
    owner: "CS Ops",
    sources: [practice.success, practice.postSales],
    related: ["customer-segmentation", "tiering", "high-touch", "low-touch", "tech-touch", "cs-ops", "icp"],
    notNotes: ["A rule of today does not rewrite last year: each day is read by the rules in force on it."],
    versions: ruled,
  }),
  defineTerm({
    id: "strategic-accounts",
    tier: "B",
    name: "Strategic accounts",
    aliases: ["Strategic account"],
    section: "cs-operations",
    kind: "segment",
    definition:
      "The customers that matter beyond their ARR of today, by rule or by a decision on record, and that get an executive of ours.",
    example:
      "The rule says 250,000 of ARR and above; a smaller customer every prospect asks about is set to strategic by hand.",
    grain: "customer and day",
    inclusions: ["accounts by rule, and accounts put there by hand with a reason"],
    exclusions: ["accounts that call themselves important"],
    owner: "CS Ops",
    sources: [
      practice.salesAndSuccess,
      practice.success,
      practice.successAndProduct,
      practice.postSales,
      practice.firstWords,
    ],
    related: ["exec-sponsor", "tiering", "ebr", "business-review", "roadmap"],
    notNotes: ["Strategic is not a size: no amount makes an account strategic unless a rule says so."],
    readings: [
      { team: "Sales", reading: "Our largest customers by ARR." },
      { team: "Customer Success", reading: "The customers we cannot afford to lose." },
      { team: "Product", reading: "The customers whose wishes come first." },
    ],
    versions: ruled,
  }),
  defineTerm({
    id: "icp",
    tier: "B",
    name: "Ideal customer profile",
    abbreviation: "ICP",
    section: "cs-operations",
    kind: "segment",
    definition:
      "The description of the customer who gains most from the product, as weighted conditions; the fit of a customer is the share of the weights that hold for it.",
    example:
      "Industry logistics (weight 3), 50 to 500 employees (2), Europe (1): a logistics firm of 40 people in Lyon fits 4 of 6, so 66.7 %.",
    formula: "weights of the conditions that hold / all weights, under the profile in force on the day",
    grain: "customer and day",
    inclusions: ["conditions on segment, industry, region, ARR and head count, each with a weight"],
    exclusions: ["conditions nobody wrote down"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.success, practice.successAndProduct],
    related: ["customer-segmentation", "segmentation-strategy", "new-arr", "sales-context-inputs"],
    notNotes: [
      "Fit is not health: a customer can fit badly and be doing well.",
      "While no profile is written there is no fit, which is not a fit of zero.",
    ],
    readings: [
      { team: "Sales", reading: "Whoever has the budget this quarter." },
      { team: "Customer Success", reading: "Whoever reaches the outcome within the first 90 days." },
    ],
    versions: firstVersion("Badly fitting customers were sold and then counted as failures of onboarding."),
  }),
] as const;
