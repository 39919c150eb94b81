import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for how a figure compares with itself at another time. */
export const comparisonTerms = [
  defineTerm({
    id: "year-over-year",
    name: "Year over year",
    abbreviation: "YoY",
    section: "retention-metrics",
    kind: "metric",
    tier: "B",
    indicator: "lagging",
    definition:
      "The change of a figure against its own value twelve months before, as a share of that value.",
    example:
      "An ARR of $5,200,000 against $4,000,000 a year before is +30 %; a company with nine months of history has no such figure.",
    formula:
      "(value now − value twelve months before) / value twelve months before; of a rate, the points it moved",
    unit: "ratio",
    grain: "figure and day",
    exclusions: ["figures whose earlier value is unknown or zero"],
    owner: "RevOps",
    sources: [practice.success],
    related: ["arr", "rule-of-40", "dashboards"],
    notNotes: [
      "A change of a rate is told in points: NRR from 100 % to 103 % has risen by 3 points.",
      "Too little history is unknown, and not a change of 0 %.",
    ],
    versions: written(
      "Growth was told against the quarter before or the year before, whichever looked better.",
    ),
  }),
] as const;
