import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

/** Words for how figures are read: side by side, and against others. */
export const readingTerms = [
  defineTerm({
    id: "dashboards",
    name: "Dashboards",
    section: "cs-operations",
    owner: "CS Ops",
    kind: "technology",
    tier: "B",
    definition:
      "Pages that show figures together, each with a way to its definition and to the accounts behind it.",
    example:
      "NRR, GRR and active use stand side by side, and a click on 108 % opens what it was computed from.",
    grain: "page and period",
    inclusions: ["the days, the policy and the version of the definition each figure was computed with"],
    exclusions: ["a figure without a way to what it was computed from"],
    sources: [practice.success, practice.postSales],
    related: ["kpis", "nrr", "grr", "year-over-year", "benchmarking", "data-driven-cs"],
    notNotes: ["A page of figures is no report of its own: each figure is the same wherever it is shown."],
    versions: firstVersion("Two pages showed one name with two numbers.", "2026-11-28"),
  }),
  defineTerm({
    id: "benchmarking",
    name: "Benchmarking",
    section: "cs-operations",
    owner: "CS Ops",
    kind: "practice",
    tier: "B",
    definition:
      "Holding a figure against the average of our own segment, or against a published one with its source and year.",
    example: "GRR of mid-market accounts is 88 %, and 91 % over all our accounts: three points below.",
    grain: "figure, period and segment",
    exclusions: ["published figures mixed into our own"],
    sources: [practice.salesAndSuccess, practice.success, practice.successAndProduct],
    related: ["kpis", "grr", "customer-segmentation", "dashboards"],
    notNotes: ["A published figure is a claim of whoever published it: it never enters a figure of ours."],
    versions: firstVersion("Figures from articles were quoted without their source.", "2026-11-28"),
  }),
] as const;
