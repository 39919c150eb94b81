import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

/** Words for the moments at which use becomes worth something, to a person, to a customer and to us. */
export const adoptionValueTerms = [
  defineTerm({
    id: "aha-moment",
    name: "Aha moment",
    section: "adoption-metrics",
    kind: "event",
    tier: "B",
    indicator: "leading",
    definition:
      "The first time a person uses the product in a way that shows its worth to them, recognised by a pattern of use laid down for the product.",
    example:
      "The pattern is a report shared with two colleagues: 12 of 30 new users at Larkspur Foods have come to it, the first of them on day 3.",
    grain: "user",
    inclusions: ["the pattern in force on the day of the use"],
    parameters: [
      numberSet(
        "ahaUses",
        "Uses that make the pattern",
        "How often somebody has to have done what the pattern names.",
        { from: 1, to: 100, unit: "times", normal: 1 },
      ),
      numberSet("ahaDays", "Days for the pattern", "Within how many days of beginning it has to be seen.", {
        from: 1,
        to: 365,
        unit: "days",
        normal: 14,
      }),
    ],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["activation-rate", "fvd", "usage-data"],
    notNotes: [
      "It is one person's moment: first value delivered is the customer's.",
      "It is read off usage, not off how pleased somebody sounds on a call.",
    ],
    ...drafted("Everybody spoke of the moment, and nobody could say who had had it."),
  }),
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
    id: "pql",
    name: "Product qualified lead",
    abbreviation: "PQL",
    section: "adoption-metrics",
    kind: "signal",
    tier: "B",
    indicator: "leading",
    definition:
      "An account or a free user whose use of the product meets a written rule that says it is ready to buy.",
    example:
      "The rule asks for five active users and the export limit reached twice: the free team at Osprey Print meets it on 12 May, and an AE gets it with the records behind it.",
    grain: "account or user, and day",
    inclusions: ["the rule of the workspace in force on that day, with the use that met it"],
    parameters: [
      numberSet(
        "pqlUsers",
        "Active users",
        "How many active users an account has to have to be a product qualified lead.",
        { from: 1, to: 1000, unit: "users", normal: 5 },
      ),
      numberSet("pqlLimitHits", "Limits met", "How often it has to have come to a limit of its plan.", {
        from: 0,
        to: 100,
        unit: "times",
        normal: 2,
      }),
    ],
    owner: "RevOps",
    sources: [practice.success],
    related: ["csql", "freemium-conversion", "usage-data", "plg", "mql", "sql-lead"],
    notNotes: [
      "A PQL is found by what people do in the product: an MQL by marketing, a CSQL by a CSM.",
      "Meeting the rule is no wish to buy: somebody has to ask.",
    ],
    ...drafted("Sales called every busy free user, and most of them had nothing to buy for."),
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
