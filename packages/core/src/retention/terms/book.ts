import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { retentionParameters } from "./parameters.ts";

const { winback, nrrMethod, fx } = retentionParameters;
const grain = "period and slice";

/** Words for the book a figure looks at: who is followed, from which ARR to which, and over which steps. */
export const bookTerms = [
  defineTerm({
    id: "opening-cohort",
    name: "Opening cohort",
    aliases: ["Cohort of the opening"],
    section: "retention-metrics",
    kind: "segment",
    definition:
      "The customers with ARR at the end of the day before a period begins; NRR and GRR follow these and no others.",
    example: "For the year 2026 it is every customer with ARR at the end of 31 December 2025.",
    grain,
    inclusions: ["in a slice: customers whose attribute had the value at the opening, whatever it is later"],
    exclusions: ["customers won or won back inside the period"],
    parameters: [nrrMethod],
    owner: "RevOps",
    sources: [practice.standards, practice.termwise],
    related: ["opening-arr", "closing-cohort-arr", "nrr", "grr", "customer-life", "retention-cohort"],
    notNotes: ["The opening cohort is closed: a customer that joins later never enters it."],
    versions: firstVersion("Customers moved between segments in mid-year and NRR moved with them."),
  }),
  defineTerm({
    id: "opening-arr",
    name: "Opening ARR",
    aliases: ["Starting ARR"],
    section: "retention-metrics",
    kind: "metric",
    indicator: "lagging",
    definition:
      "The ARR of the opening cohort at the end of the day before a period begins: the base of NRR and GRR.",
    example: "Three customers of 100 each on 31 December 2024 are an opening ARR of 300 for the year 2025.",
    formula: "the sum of ARR over the opening cohort at the opening",
    unit: "money",
    grain,
    parameters: [nrrMethod, fx],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.termwise],
    related: ["opening-cohort", "closing-cohort-arr", "arr", "arr-bridge"],
    notNotes: ["An opening ARR of zero is no base: NRR is then unknown, neither 0 % nor 100 %."],
    versions: firstVersion(
      "Openings were taken from the first day of a period by some, and from the day before by others.",
    ),
  }),
  defineTerm({
    id: "closing-cohort-arr",
    name: "Closing ARR of the cohort",
    aliases: ["Retained ARR"],
    section: "retention-metrics",
    kind: "metric",
    indicator: "lagging",
    definition:
      "What the opening cohort holds when the period closes: opening ARR with its growth and without its losses.",
    example: "Of 300 at the opening one customer grew to 160, one is at 100 and one is lost: 260.",
    formula: "opening ARR + expansion − contraction − churn, over the opening cohort",
    unit: "money",
    grain,
    parameters: [nrrMethod, winback, fx],
    owner: "RevOps",
    sources: [practice.termwise],
    related: ["opening-cohort", "opening-arr", "nrr", "arr"],
    notNotes: [
      "It is not the ARR of the company at the close: customers won inside the period are not in it.",
    ],
    versions: firstVersion("Dividing the company's closing ARR by its opening ARR was called retention."),
  }),
  defineTerm({
    id: "arr-bridge",
    name: "ARR bridge",
    aliases: ["ARR waterfall", "Roll-forward"],
    section: "retention-metrics",
    kind: "artifact",
    definition:
      "The steps that lead from the ARR at the opening of a period to the ARR at its close, without a remainder.",
    example: "Opening 300, new 50, won back 120, expansion 90, contraction 30, churn 150: closing 380.",
    formula:
      "opening + new + won back + expansion − contraction − churn + moved in − moved out + FX = closing",
    unit: "money",
    grain,
    inclusions: ["customers by the attribute they have on each day, hence the steps moved in and moved out"],
    parameters: [fx],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.termwise],
    related: [
      "arr",
      "arr-movement",
      "new-arr",
      "winback-arr",
      "expansion-arr",
      "contraction-arr",
      "churned-arr",
      "transfer",
      "fx-effect",
    ],
    notNotes: ["The bridge is not NRR drawn out: it holds everyone, NRR only the opening cohort."],
    versions: firstVersion("Waterfalls carried a step called other."),
  }),
  defineTerm({
    id: "transfer",
    name: "Transfer between slices",
    aliases: ["Moved in", "Moved out"],
    section: "retention-metrics",
    kind: "event",
    definition:
      "ARR that enters or leaves a slice because an attribute of its customer changed, and not the ARR.",
    example:
      "A customer of 100 passes from SMB to Mid-market in May: −100 moved out there, +100 moved in here, 0 in the whole book.",
    unit: "money",
    grain: "customer, slice and day",
    exclusions: ["movements of ARR on the same day: they keep their own step"],
    owner: "RevOps",
    sources: [practice.termwise],
    related: ["arr-bridge", "customer-segmentation", "book-of-business"],
    notNotes: [
      "A change of owner or segment is neither churn nor new: transfers over all slices add up to zero.",
    ],
    versions: firstVersion("Moving accounts between books made one CSM lose and another win."),
  }),
  defineTerm({
    id: "fx-effect",
    name: "FX effect",
    aliases: ["Currency effect", "FX"],
    section: "retention-metrics",
    kind: "event",
    definition:
      "The part of a change of ARR in the reporting currency that comes from exchange rates and from no contract.",
    example:
      "EUR 1,000 stand at 1.10 at the opening and at 1.20 at the close: an FX effect of USD 100 at reported rates, none at constant rates.",
    unit: "money",
    grain,
    parameters: [fx],
    owner: "RevOps",
    sources: [practice.termwise],
    related: ["arr-bridge", "contract-currency", "nrr"],
    notNotes: ["The FX effect is not expansion: no customer pays another amount."],
    versions: firstVersion("A strong currency was reported as growth."),
  }),
  defineTerm({
    id: "retention-cohort",
    name: "Retention cohort",
    aliases: ["Cohort table", "Vintage"],
    section: "retention-metrics",
    kind: "segment",
    definition:
      "The customers whose first ARR fell into the same month, quarter or year, followed from then on.",
    example:
      "The cohort of 2025-03 has index 0 in March 2025; what it holds in March 2026 stands at index 12.",
    grain: "cohort and age; index 0 is the end of the first month, quarter or year",
    owner: "RevOps",
    sources: [practice.termwise],
    related: ["opening-cohort", "customer-life", "land-and-expand", "new-arr"],
    notNotes: [
      "A retention cohort is not the opening cohort: one shares its beginning, the other the day it is looked at.",
      "A customer that comes back does not enter a second cohort: its first ARR decides for good.",
    ],
    versions: firstVersion("Cohort tables began to count at 0 or at 1."),
  }),
  defineTerm({
    id: "land-and-expand",
    name: "Land and expand",
    section: "lifecycle",
    kind: "practice",
    definition:
      "The practice of starting small with a customer and growing from there, read as what the customers held at a close have added over what they began with.",
    example:
      "Customers that landed at 100,000 and have since expanded by 60,000 have an expand to land ratio of 60 %.",
    formula:
      "expansion ARR since each customer began ÷ the new ARR it began with, over customers held at the close",
    unit: "ratio",
    grain,
    inclusions: ["expansion by users, products and regions"],
    exclusions: ["customers lost by the close", "what customers gave up again: this is not a net figure"],
    owner: "RevOps",
    sources: [practice.postSales],
    related: ["expansion", "new-arr", "expansion-arr", "retention-cohort"],
    notNotes: ["Landing small is not land and expand until the customer has grown."],
    versions: firstVersion("It was named as a strategy and never measured."),
  }),
] as const;
