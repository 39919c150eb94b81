import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

/** Words for the moments at which use becomes worth something, to a person, to a customer and to us. */
export const adoptionValueTerms = [
  defineTerm({
    id: "value-realization",
    name: "Value realization",
    section: "adoption-metrics",
    kind: "event",
    tier: "B",
    indicator: "lagging",
    definition: "The day on which a measured outcome reaches the goal that the success plan set for it.",
    example:
      "The plan of Ninebark Clinics is to save 20 hours of reporting a month by September; in August it measures 23: the value is realized, and the next business review shows it.",
    formula: "measured outcome ≥ goal in the success plan",
    grain: "customer and goal",
    inclusions: ["a return on the money spent, or any other goal that has a number"],
    exclusions: ["goals that nobody has measured"],
    owner: "CS Ops",
    sources: [practice.success, practice.postSales, practice.firstWords],
    related: ["fvd", "ttfv", "business-review", "success-plan", "outcomes-based-success"],
    notNotes: [
      "Use is not value: a team can work with the product every day and save nothing.",
      "First value is not all of it: one result may come in a week, and the return in a year.",
    ],
    ...drafted("Business reviews showed usage, and sponsors asked what they had got for it."),
  }),
  defineTerm({
    id: "sunset-retention-rate",
    name: "Sunset retention rate",
    section: "adoption-metrics",
    kind: "metric",
    tier: "A",
    indicator: "lagging",
    definition:
      "The share of the accounts touched by the removal of a feature that are still customers afterwards.",
    example:
      "Of 50 accounts that used the old import 47 are still customers: 94 %. Three left, and all three say that the migration was too hard.",
    formula: "touched accounts that are customers at the end of the observation / touched accounts",
    unit: "ratio",
    grain: "sunset, over the accounts it touches",
    inclusions: ["accounts that used the feature when its end was announced: the set is frozen on that day"],
    exclusions: ["accounts that begin to use the feature later"],
    parameters: [
      numberSet(
        "sunsetObservationDays",
        "Observation after a sunset",
        "How many days after the removal accounts are looked at to say who stayed.",
        { from: 1, to: 365, unit: "days", normal: 90 },
      ),
    ],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["sunset", "deprecation", "migration-status", "logo-retention"],
    notNotes: ["Migrated is not retained: an account can move to the new feature and leave all the same."],
    ...drafted("A removal was called a success as soon as the old code was gone."),
  }),
] as const;
