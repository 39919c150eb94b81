import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { areaParameters, redFlagWeight } from "../parameters.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");
const perDay = "customer and day";

/** Words for scores beside the house score: the risk of an account, another model, the health of a feature area. */
export const modelTerms = [
  defineTerm({
    id: "risk-score",
    name: "Risk score",
    section: "health",
    kind: "metric",
    tier: "B",
    indicator: "leading",
    definition:
      "A number from 0 to 100 for how likely a customer is to leave or to grow unhappy, where higher is worse.",
    example:
      "Brightwater Hotels has a health of 58 and one open red flag of high severity, which weighs 15: a risk of 57.",
    formula: "100 − health score + weight of each open red flag (high 15, medium 10, low 5), at most 100",
    unit: "points",
    grain: perDay,
    inclusions: ["each red flag that is open, by its weight"],
    exclusions: ["flags that were closed"],
    parameters: [redFlagWeight],
    owner: "CS Ops",
    sources: [practice.success],
    related: [
      "health-score",
      "red-flag",
      "retention-forecasting",
      "renewal-forecasting",
      "arr-at-risk",
      "early-warning-system",
      "today-queue",
      "at-risk-queue",
    ],
    notNotes: [
      "Risk is not health read backwards: one red flag raises it at once, whatever the score of the week.",
      "A score of 57 is a chance of loss of 57 % only while no renewal tells otherwise: what became of accounts that stood alike corrects it.",
    ],
    versions: written("One number was asked to say how an account fares and whether it will leave."),
  }),
  defineTerm({
    id: "true-score",
    name: "TRUE score",
    abbreviation: "TRUE",
    aliases: ["Trust–Risk–Utilization–Engagement", "Trust", "Utilization"],
    section: "health",
    kind: "metric",
    tier: "B",
    indicator: "leading",
    definition:
      "A health model from SAP Concur with four parts, trust, risk, utilization and engagement, which may take the place of the house model.",
    example:
      "Trust 80, risk 30, utilization 60, engagement 70: risk is turned round into 70, and at equal weights the score is 70.",
    formula: "the weighted mean of trust, 100 − risk, utilization and engagement",
    unit: "points",
    grain: perDay,
    inclusions: ["four parts, each from 0 to 100"],
    exclusions: ["the parts of the house model"],
    owner: "CS Ops",
    sources: [practice.postSales],
    related: ["health-score", "engagement-score", "usage-data"],
    notNotes: [
      "Risk is not added as it stands: a high value is bad there, and good in the other three parts.",
      "It is not a second score beside health: an account has the score of the one model in force.",
    ],
    versions: written(
      "Leaders who knew the model from elsewhere could not say how it would be computed here.",
    ),
  }),
  defineTerm({
    id: "feature-area-health",
    name: "Health by feature area",
    aliases: ["Feature-area health correlation"],
    section: "health",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "The mean health score of the accounts that use one area of the product, which shows where in the product trouble gathers.",
    example:
      "Accounts that use integrations average 57, 58 and 56 in three months: the area is flagged, and at the quarterly review of PM and CS Ops its feedback comes before that of other areas.",
    formula:
      "the mean of the latest health scores of the accounts that used the area; flagged when below 60 again and again",
    unit: "points",
    grain: "feature area and month",
    exclusions: ["accounts that have the area in their contract and did not use it"],
    parameters: [...areaParameters],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["health-score", "usage-data", "cs-ops", "pm", "customer-impact-score", "voc-ticket"],
    notNotes: [
      "A flagged area is not proven guilty: accounts in trouble for other reasons may all use it.",
      "It is one input to priorities, not the order of them.",
    ],
    versions: written("Health was known by account and complaints by feature, and nobody joined the two."),
  }),
] as const;
