import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { ttfvStart } from "../parameters.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for when a customer first gets something out of the product, and for who then pays. */
export const valueTerms = [
  defineTerm({
    id: "ttfv",
    name: "Time to first value",
    abbreviation: "TTFV",
    aliases: ["Time-to-value"],
    section: "adoption-metrics",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "The days from the start of onboarding until a customer first gets a result that it bought the product for.",
    example:
      "The onboarding of Tamarind Dental begins on 4 March, and on 22 March its first recall list goes out without a spreadsheet: 18 days.",
    formula: "day of first value delivered − day onboarding began; of a cohort the median",
    unit: "days",
    grain: "customer and life",
    exclusions: ["customers that have had no result yet: they show with the days so far"],
    parameters: [ttfvStart],
    owner: "CS Ops",
    sources: [practice.success, practice.postSales],
    related: ["fvd", "time-to-onboard", "onboarding", "value-realization"],
    notNotes: [
      "A first login is not first value.",
      "It is not time to onboard: a result may come before all four criteria are shown, or after.",
    ],
    readings: [
      { team: "Customer Success", reading: "The time until the customer has a result worth money." },
      { team: "Product", reading: "The time until a new user has done something that works." },
    ],
    versions: written("Some counted from the first call and some from its end, under one name."),
  }),
  defineTerm({
    id: "fvd",
    name: "First value delivered",
    abbreviation: "FVD",
    section: "adoption-metrics",
    kind: "event",
    tier: "A",
    definition: "The moment at which the first of a customer's success criteria is met.",
    example:
      "Tamarind Dental asked for recall lists without spreadsheets; the first goes out on 22 March, and its CSM puts that day on record with the list as evidence.",
    grain: "customer and life",
    inclusions: ["what a rule on usage recognises, or the CSM puts on record with evidence"],
    exclusions: ["features that were set up and have not been worked with"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["ttfv", "success-criteria", "value-realization", "aha-moment", "go-live-milestone"],
    notNotes: [
      "First value is not going live: a product can be on for weeks before it does anything for the customer.",
    ],
    versions: written("Each CSM had a moment of their own at which value began."),
  }),
  defineTerm({
    id: "freemium-conversion",
    name: "Freemium to paid conversion",
    section: "adoption-metrics",
    kind: "metric",
    tier: "B",
    indicator: "lagging",
    definition: "The share of the users on a free plan who become paying ones.",
    example: "400 people began on the free plan in January, and 26 of them pay by the end of June: 6.5 %.",
    formula: "users of the cohort who came to pay / users who began on the free plan",
    unit: "ratio",
    grain: "cohort by the month in which users began",
    exclusions: ["users who began on a paid plan"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["pql", "activation-rate", "plg"],
    notNotes: ["Where there is no free plan there is no such rate, which is something else than 0 %."],
    versions: written("Paying users were divided by all users of that month, and growth made the rate fall."),
  }),
] as const;
