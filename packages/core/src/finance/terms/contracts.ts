import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for what contracts are worth in a year, and for what is sold beside the product. */
export const contractTerms = [
  defineTerm({
    id: "acv",
    name: "Annual contract value",
    abbreviation: "ACV",
    section: "retention-metrics",
    kind: "metric",
    tier: "B",
    indicator: "lagging",
    definition:
      "What a contract is worth in a year on average: its recurring value over the whole term, divided by the years of the term.",
    example:
      "Corvane Robotics signs for three years at $108,000 of subscription and $9,000 of setup: an ACV of $36,000, as setup does not recur.",
    formula: "recurring value of the contract / years of its term",
    unit: "money",
    grain: "contract",
    exclusions: ["setup, training and other fees paid once"],
    owner: "RevOps",
    sources: [practice.success],
    related: ["arr", "mrr", "customer-segmentation", "tiering"],
    notNotes: [
      "ACV is not ARR: a contract that rises from year to year has one ACV, and an ARR that rises with it.",
    ],
    readings: [
      { team: "Sales", reading: "What the contract brings in its first year." },
      { team: "Finance", reading: "What it brings in a year of its term on average." },
    ],
    versions: written(
      "Contracts of several years were reported by their whole value here and by a year of it there.",
    ),
  }),
  defineTerm({
    id: "attachment-rate",
    name: "Attachment rate",
    aliases: ["Attach rate"],
    section: "finance",
    kind: "metric",
    tier: "B",
    indicator: "lagging",
    definition:
      "The share of customers that have at least one further product or service beside the core licence.",
    example: "Of 80 customers 28 have a service or an add-on in their contract: 35 %.",
    formula: "customers with an add-on or a service / customers",
    unit: "ratio",
    grain: "day, over customers; also for each service",
    exclusions: ["more seats or a higher tier of the core product"],
    owner: "Finance",
    sources: [practice.postSales],
    related: [
      "services-attach-strategy",
      "expansion",
      "professional-services-margin",
      "tam-service",
      "value-added-services",
    ],
    notNotes: ["A customer with three services counts once: the rate counts customers, not services."],
    versions: written("Services sold were counted, and two large buyers made a rate look high."),
  }),
] as const;
