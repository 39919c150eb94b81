import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { breadthParameters, featureParameters } from "../parameters.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for how many people, accounts and features of the product are in use, and how soon. */
export const breadthTerms = [
  defineTerm({
    id: "adoption-rate",
    name: "Adoption rate",
    section: "adoption-metrics",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "The share of the seats a customer pays for that people work from, and how many days after onboarding it took to come to the share agreed.",
    example:
      "Larkspur Foods pays for 50 seats and 35 people work with the product in May: 70 %. It came to the agreed 60 % on day 24 after it was Onboarded.",
    formula: "active users / licensed users; beside it the days from Onboarded to the share agreed",
    unit: "ratio",
    grain: "customer and day, or cohort of customers",
    exclusions: [
      "people who sign in and do no work",
      "people beyond the seats paid for: the share ends at 100 %",
    ],
    parameters: [...breadthParameters],
    owner: "CS Ops",
    sources: [practice.success, practice.successAndProduct],
    related: ["adopted", "active-use", "product-adoption", "feature-adoption-rate", "activation-rate"],
    notNotes: [
      "The rate is not the stage: Adopted asks for the core features at their cadence as well.",
      "Adoption is measured, never assumed from how the onboarding went.",
    ],
    versions: written(
      "How far and how fast were told in one word, and a slow success looked like a failure.",
    ),
  }),
  defineTerm({
    id: "activation-rate",
    name: "Activation rate",
    section: "adoption-metrics",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "The share of new users who have done every one of the actions by which a person is set up to work with the product.",
    example:
      "The key actions are to import data, to invite a colleague and to build a report: of 40 new users 31 have done all three, 77.5 %.",
    formula: "new users who have done all key actions / new users",
    unit: "ratio",
    grain: "cohort of users",
    inclusions: ["the key actions in force for the product, written down before they are counted"],
    exclusions: ["users who lack one action: they show at the step where they stopped"],
    owner: "CS Ops",
    sources: [practice.success],
    related: [
      "adoption-rate",
      "aha-moment",
      "onboarding",
      "freemium-conversion",
      "activation-campaign",
      "plg",
    ],
    notNotes: [
      "Activated is not Onboarded: the one is said of a person, the other of a customer and its agreed outcome.",
    ],
    versions: written("Everybody who had accepted an invitation was counted as active."),
  }),
  defineTerm({
    id: "product-adoption",
    name: "Product adoption",
    section: "adoption-metrics",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "How much of what a customer could use of the product it does use, told apart for core and for advanced features.",
    example: "Corvane Robotics uses 4 of its 5 core features and 2 of 8 advanced ones: 80 % and 25 %.",
    formula: "features in active use / features in the contract, once for core and once for advanced ones",
    unit: "ratio",
    grain: "customer and day",
    exclusions: ["features that are not in the customer's contract"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["core-features", "adopted", "adoption-rate", "feature-adoption-rate"],
    notNotes: [
      "It is not the adoption rate: features are counted here, and people there.",
      "The two shares are never averaged: many advanced features do not make up for a core one that is missing.",
    ],
    versions: written("One advanced feature that everybody liked hid that the core stood unused."),
  }),
  defineTerm({
    id: "feature-adoption-rate",
    name: "Feature adoption rate",
    abbreviation: "FAR",
    section: "adoption-metrics",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "The share of the accounts entitled to a feature that use it in the way agreed beforehand, within a set number of days after its general availability.",
    example:
      "90 days on, 34 of 100 eligible accounts have sent one automated report and 21 send at least one a week for two weeks running: tried 34 %, adopted 21 %.",
    formula:
      "eligible accounts in active use within the window / eligible accounts; beside it those that tried it at all",
    unit: "ratio",
    grain: "feature, over eligible accounts",
    inclusions: [
      "what counts as active use: written down before general availability and agreed by both teams",
      "a core workflow brought to its end",
    ],
    exclusions: ["logins and opened pages", "accounts that are not entitled to the feature"],
    parameters: [...featureParameters],
    owner: "CS Ops",
    sources: [practice.success, practice.successAndProduct],
    related: [
      "active-use",
      "time-to-adoption",
      "product-adoption",
      "adoption-rate",
      "ga",
      "activation-campaign",
    ],
    notNotes: [
      "Tried is not adopted: the two shares stand beside each other and neither is left out.",
      "A low rate does not say why: Customer Success asks why it is not used, and Product whether it is hard to begin with.",
    ],
    readings: [
      { team: "Product", reading: "The share of accounts that have opened the feature." },
      {
        team: "Customer Success",
        reading: "The share of accounts whose work has come to rest on the feature.",
      },
    ],
    versions: written("Product counted who had tried a feature, Success who had kept to it."),
  }),
  defineTerm({
    id: "time-to-adoption",
    name: "Time to adoption",
    aliases: ["TTA"],
    section: "adoption-metrics",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition: "The median of days from the release of a feature to the first active use by each account.",
    example:
      "22 days over all accounts, and 9 where the CSM went through the feature for 30 minutes in the first week: 13 days sooner.",
    formula: "the median over accounts of day of first active use − day of release",
    unit: "days",
    grain: "feature, over accounts",
    exclusions: ["accounts that have not used it yet: their number is told beside the median"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["feature-adoption-rate", "release", "active-use", "cs-pre-brief", "activation-campaign", "ga"],
    notNotes: ["A long time is not a poor feature: often nobody has told customers that it is there."],
    readings: [
      { team: "Customer Success", reading: "How soon customers were told and shown." },
      { team: "Product", reading: "How easy the feature is to take up." },
    ],
    versions: written("Features were judged by their first month, whether customers knew of them or not."),
  }),
] as const;
