import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { adoptionParameters } from "./parameters.ts";

const perDay = "customer and day";

/** Words for the stages that evidence earns, and for what a stage rests on. */
export const stageTerms = [
  defineTerm({
    id: "won",
    tier: "A",
    name: "Won",
    aliases: ["Closed-Won"],
    section: "lifecycle",
    kind: "lifecycle-stage",
    definition:
      "The first stage of a customer: its deal is closed as won and the contract behind it is signed.",
    example:
      "A contract is signed and its opportunity closed; nothing is configured and nobody has an account yet: Won, and waiting to be onboarded.",
    formula: "deal closed as won and contract signed",
    grain: perDay,
    inclusions: [
      "a contract that has begun: it was signed, and where no deal is on record it stands for the deal",
      "a customer that comes back: it begins at Won again, and its former life is history",
    ],
    exclusions: ["a deal closed whose contract nobody has signed", "a signed contract whose deal is open"],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: [
      "onboarded",
      "handoff-process",
      "customer-life",
      "lifecycle-management",
      "churn",
      "cac",
      "kickoff",
      "referral-program",
      "time-to-onboard",
    ],
    notNotes: ["Won is not in use: whether anybody has ever signed in is no condition."],
    readings: [
      { team: "Sales", reading: "The customer has said yes." },
      { team: "Customer Success", reading: "There is a signed contract, and somebody to work with." },
    ],
    versions: firstVersion("Deals were counted as customers before a contract was signed."),
  }),
  defineTerm({
    id: "onboarded",
    tier: "A",
    name: "Onboarded",
    aliases: ["Successfully onboarded"],
    section: "lifecycle",
    kind: "lifecycle-stage",
    definition:
      "The stage of a customer that has met all four criteria agreed in writing before its kickoff, and whose CSM has set the flag.",
    example:
      "The integration runs, three core users have finished their first workflow, the champion confirms the use case for the sponsor, and the CSM sets the flag: Onboarded that day.",
    formula:
      "technical completion and adoption trigger and success milestone and sponsor confirmation, each agreed before the kickoff, and the CSM's flag",
    grain: perDay,
    inclusions: [
      "a confirmation by the champion where the sponsor delegated it, shown as such",
      "a criterion let pass for a while by a CS manager, with a reason and an end, shown as a waiver",
    ],
    exclusions: [
      "what was agreed or changed after the kickoff",
      "a kickoff that was held, and being live",
      "a label somebody set in another system",
    ],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.successAndProduct],
    related: [
      "won",
      "adopted",
      "onboarding",
      "kickoff",
      "success-criteria",
      "time-to-onboard",
      "go-live-milestone",
      "lifecycle-management",
    ],
    notNotes: [
      "Onboarded is not kickoff held: on the day of the kickoff nothing has been shown yet.",
      "Onboarded is not live: people may sign in to a product that does not do what was agreed.",
      "Criteria of ten seats are not those of fifty: each segment has its own.",
    ],
    readings: [
      { team: "Sales", reading: "The kickoff was held." },
      { team: "Customer Success", reading: "The primary use case runs." },
    ],
    versions: firstVersion("The CRM said onboarded, and nobody had signed in."),
  }),
  defineTerm({
    id: "adopted",
    tier: "A",
    name: "Adopted",
    aliases: ["Adoption by an account", "Adoption (account level)"],
    section: "lifecycle",
    kind: "lifecycle-stage",
    definition:
      "The stage of a customer that uses every core feature as often as was agreed, from enough of its seats, without letting the core module lie idle.",
    example:
      "The CRM module daily, the pipeline report weekly, 8 of 10 seats active: Adopted. With 2 of 10 seats and no use of the module for 14 days it is not.",
    formula:
      "every core feature at its cadence, and active seats / licensed seats at or above the share agreed, and the core module used within the days agreed",
    grain: perDay,
    inclusions: [
      "a customer never shown to be Onboarded: the stage it went past is told",
      "a customer whose readings stopped coming: it stays, and is marked as out of date",
    ],
    exclusions: ["logins", "use that was told and not read"],
    parameters: Object.values(adoptionParameters),
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.successAndProduct],
    related: [
      "onboarded",
      "core-features",
      "active-use",
      "expansion",
      "lifecycle-management",
      "adoption-rate",
      "product-adoption",
      "usage-data",
      "post-sales-flywheel",
    ],
    notNotes: [
      "Adopted is measured, never set by hand, and ends by itself when use falls.",
      "Adopted is not expanding: a customer may use all it bought and buy no more.",
    ],
    readings: [
      { team: "Sales", reading: "The seats have been handed out." },
      { team: "Customer Success", reading: "The core features are part of the working week." },
      { team: "Product", reading: "The account has tried what was released." },
    ],
    versions: firstVersion("Adoption was assumed of everybody who had been onboarded."),
  }),
  defineTerm({
    id: "core-features",
    tier: "B",
    name: "Core features",
    section: "adoption-metrics",
    kind: "artifact",
    definition:
      "The features a type of customer has to use, and how often each, for the product to do what it was bought for.",
    example:
      "For mid-market customers: the CRM module daily and pipeline reporting weekly; for small ones the CRM module weekly alone.",
    grain: "segment and day",
    inclusions: ["the rule of the customer's segment, else the one for every segment", "the core module"],
    exclusions: ["features somebody may use and need not"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["adopted", "active-use", "customer-segmentation", "success-criteria", "product-adoption"],
    notNotes: [
      "Without a rule nothing is core: any use of the product each week counts, and the page says so.",
    ],
    readings: [
      { team: "Customer Success", reading: "What this customer bought the product for." },
      { team: "Product", reading: "What the product is built around." },
    ],
    versions: firstVersion("Every team had a list of its own of what customers ought to use."),
  }),
  defineTerm({
    id: "active-use",
    tier: "A",
    name: "Active use",
    aliases: ["Adoption predicate", "Active use (joint definition)"],
    section: "adoption-metrics",
    kind: "threshold",
    definition: "The work with a feature, at the cadence both teams agreed on, that makes it count as used.",
    example:
      "Agreed is daily: five of the last seven days with at least one use count as active use, two of them do not.",
    formula: "days with use within the window of the cadence, at or above the days agreed",
    grain: "customer, feature and day",
    inclusions: ["work done with the feature by anybody at the customer"],
    exclusions: ["signing in", "use longer ago than the cadence allows"],
    parameters: Object.values(adoptionParameters).filter(({ name }) =>
      ["dailyActiveDays", "weeklyDays", "monthlyDays"].includes(name),
    ),
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: [
      "core-features",
      "adopted",
      "usage-data",
      "feature-adoption-rate",
      "adoption-rate",
      "segment-cdp",
      "time-to-adoption",
    ],
    notNotes: [
      "A login is not use.",
      "No reading is not no use: where readings have stopped for everybody, nobody knows.",
    ],
    readings: [
      { team: "Customer Success", reading: "A piece of work finished with the feature." },
      { team: "Product", reading: "A session in which the feature was opened." },
    ],
    versions: firstVersion("Product counted whoever opened a feature, Success whoever worked with it."),
  }),
] as const;
