import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for how renewals are kept. */
export const renewalTerms = [
  defineTerm({
    id: "on-time-renewal-rate",
    name: "On-time renewal rate",
    section: "retention-metrics",
    kind: "metric",
    tier: "A",
    indicator: "lagging",
    definition:
      "The share of the contracts due in a period whose renewal was signed on or before the day they ended.",
    example:
      "40 contracts end in the third quarter: 31 were renewed by their last day, 5 after it and 4 not at all, which is 77.5 %.",
    formula: "contracts renewed on or before their end / contracts that ended in the period",
    unit: "ratio",
    grain: "period, by owner of the renewal",
    inclusions: ["a signature on the last day itself", "contracts that were not renewed, among those due"],
    exclusions: [
      "renewals signed late: they are listed beside it",
      "renewals without a day of signature on record, which nobody can tell to be in time",
    ],
    owner: "RevOps",
    sources: [practice.success],
    related: ["renewal", "late-renewal-grace", "renewal-expansion-ownership", "renewal-forecasting"],
    notNotes: [
      "Late is not lost: grace keeps the ARR of a late renewal in place, and this rate still counts it as late.",
      "It is not a retention rate: a customer that renews on time for half its ARR counts in full.",
    ],
    versions: written(
      "Renewals were all reported as done, however long the customer ran without a contract.",
    ),
  }),
] as const;
