import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

const chance = (name: string, label: string, meaning: string, normal: number) =>
  numberSet(name, label, meaning, { from: 0, to: 100, unit: "per cent", normal });

const renewalChances = [
  chance("renewalCommit", "Chance at commit", "How likely a renewal is that its owner commits to.", 90),
  chance(
    "renewalBestCase",
    "Chance at best case",
    "How likely a renewal is that may still go either way.",
    60,
  ),
  chance("renewalAtRisk", "Chance at risk", "How likely the renewal of an account at risk is.", 25),
];

/** Words for what a contract is worth, for renewals to come, and for how a figure compares with the year before. */
export const retentionOutlookTerms = [
  defineTerm({
    id: "renewal-forecasting",
    name: "Renewal forecasting",
    aliases: ["Renewal forecast"],
    section: "retention-metrics",
    kind: "process",
    tier: "B",
    indicator: "leading",
    definition:
      "Adding up the ARR of the contracts that end within some months, each by the chance that it will be renewed.",
    example:
      "In the fourth quarter contracts over $100,000 at 90 %, $60,000 at 60 % and $40,000 at 25 % end: a forecast of $136,000 of $200,000.",
    formula: "the sum of ARR × chance over the contracts that end within the horizon",
    unit: "money",
    grain: "quarter, by owner of the renewal",
    inclusions: [
      "the chance of the health band, or the call of the owner where there is one, marked as such",
    ],
    exclusions: ["expansion that may come with the renewal", "contracts that run on beyond the horizon"],
    parameters: renewalChances,
    owner: "RevOps",
    sources: [practice.success],
    related: ["renewal", "retention-forecasting", "risk-score", "arr-at-risk", "on-time-renewal-rate"],
    notNotes: ["A forecast is not a promise: what was forecast is kept and held against what came."],
    ...drafted("The forecast was whatever each owner had said last, added up."),
  }),
  defineTerm({
    id: "retention-forecasting",
    name: "Retention forecasting",
    section: "retention-metrics",
    kind: "process",
    tier: "B",
    indicator: "leading",
    definition:
      "Working out what GRR and NRR will come to, from the chance of each customer to stay that its health and its red flags suggest.",
    example:
      "Of an opening ARR of $1,000,000, customers with $200,000 have a chance of 70 % to stay and all others one of 98 %: a projected GRR of 92.4 %.",
    formula: "the sum of ARR × chance to stay over the opening cohort / opening ARR",
    unit: "ratio",
    grain: "period and slice",
    inclusions: ["contracts that end within the period: the others stay with what they have"],
    owner: "RevOps",
    sources: [practice.postSales],
    related: ["renewal-forecasting", "grr", "nrr", "risk-score", "leading-indicator"],
    notNotes: ["A projected rate is not a measured one: it is drawn apart and says how it was worked out."],
    ...drafted("Last year's NRR was carried forward as if the customers were the same."),
  }),
] as const;
