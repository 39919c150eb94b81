import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { expectedParameters, renewalParameters } from "./parameters.ts";

/** Words for the way a customer takes through the stages, and for how fast. */
export const courseTerms = [
  defineTerm({
    id: "lifecycle-management",
    tier: "A",
    name: "Lifecycle management",
    aliases: ["Customer lifecycle", "Six-stage chain"],
    section: "lifecycle",
    kind: "process",
    definition:
      "Taking every customer through the same stages, Won, Onboarded, Adopted, with expansion and renewal over them, until it renews or leaves, each move by evidence and by one table of moves.",
    example:
      "From Won, use that meets the agreed rule leads to Adopted, and the stage skipped is told; nothing leads from a lost customer to a renewal.",
    grain: "customer and day",
    inclusions: [
      "expansion and renewal as motions: they open and close over any stage, the one it has earned stays in sight",
      "moves back, by evidence that fell away or by somebody with a reason",
      "a return after churn, at Won",
    ],
    exclusions: ["labels: what another system says is a claim and moves nobody"],
    parameters: [...Object.values(renewalParameters), ...Object.values(expectedParameters)],
    owner: "RevOps",
    sources: [practice.salesAndSuccess, practice.success, practice.postSales],
    related: [
      "won",
      "onboarded",
      "adopted",
      "expansion",
      "renewal",
      "churn",
      "stage-claim",
      "divergence",
      "post-sales-flywheel",
    ],
    notNotes: [
      "Expansion is no step on the way: a customer may go from Adopted to its renewal without one.",
      "A stage is not typed in: whoever wants a customer elsewhere is told what is missing.",
    ],
    versions: firstVersion("CRM and success platform had stages of their own, and both were set by hand."),
  }),
  defineTerm({
    id: "customer-journey",
    tier: "B",
    name: "Customer journey",
    aliases: ["Journey"],
    section: "lifecycle",
    kind: "process",
    definition:
      "The course of one customer over time: the stages it stood at, each with the day and the reason it came there, and beside them what happened with it.",
    example:
      "Won on 5 January, Onboarded on 3 February, lost on 1 July, and back at Won on 1 December: four stretches of one journey.",
    grain: "customer",
    inclusions: [
      "stages, kickoff, milestones, meetings, reviews, releases",
      "former lives of a customer that came back",
    ],
    exclusions: ["how it ought to go: that is a plan"],
    owner: "CS Ops",
    sources: [practice.success, practice.postSales],
    related: [
      "lifecycle-management",
      "moments-of-truth",
      "milestone-tracking",
      "touchpoints",
      "velocity-metrics",
      "journey-mapping",
    ],
    notNotes: ["A journey is not rewritten: what is recorded late is told at the day it happened."],
    versions: firstVersion("What had happened with a customer was known to whoever had been there."),
  }),
  defineTerm({
    id: "moments-of-truth",
    tier: "B",
    name: "Moments of truth",
    section: "lifecycle",
    kind: "event",
    definition:
      "Encounters that decide how a customer sees us, such as the kickoff, a review or the talk about a renewal, each marked as gone well, gone badly, or not said.",
    example:
      "The kickoff went well, the first review is not marked yet, and a call in May went badly: three moments, one of them to be looked into.",
    grain: "customer and encounter",
    inclusions: [
      "kickoffs, business reviews and the beginning of a renewal, marked or not",
      "any call or meeting somebody marked as gone well or badly",
    ],
    exclusions: ["mails and notes nobody marked"],
    owner: "CS Ops",
    sources: [practice.success, practice.postSales],
    related: ["customer-journey", "touchpoints", "kickoff", "business-review", "journey-mapping"],
    notNotes: ["A mark is one person's impression: it is no evidence of a stage."],
    versions: firstVersion("A meeting that had gone wrong was known to who sat in it, and to nobody else."),
  }),
  defineTerm({
    id: "velocity-metrics",
    tier: "A",
    name: "Velocity",
    aliases: ["Velocity metrics", "Stage velocity", "Time in stage"],
    section: "lifecycle",
    kind: "metric",
    indicator: "leading",
    definition:
      "How many days customers stand at a stage before they leave it, and how long those who are there have been there so far.",
    example:
      "Three customers took 20, 29 and 60 days from Won to the next stage, and one has been there for 75: a median of 29 days, and one that takes far longer.",
    formula:
      "the median of days from entering a stage to leaving it; beside it the median age of who stands there",
    unit: "days",
    grain: "stage, over customers",
    inclusions: ["each stretch on its own, where a customer stood at a stage twice"],
    exclusions: ["expansion and renewal: they run over stages and take no time from them"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["time-to-onboard", "lifecycle-management", "customer-journey"],
    notNotes: [
      "A short median is not enough: those who never leave are in the open ages, not in the median.",
    ],
    versions: firstVersion("Customers that were stuck did not show in the average of those that were not."),
  }),
  defineTerm({
    id: "time-to-onboard",
    tier: "A",
    name: "Time to onboard",
    aliases: ["Time to onboarded"],
    section: "lifecycle",
    kind: "metric",
    indicator: "leading",
    definition: "The days from Won to Onboarded in a customer's present life.",
    example: "Won on 5 January and Onboarded on 3 February: 29 days.",
    formula: "day of Onboarded − day of Won; of a CSM's book the median",
    unit: "days",
    grain: "customer; by the CSM who held it on the day it was Onboarded",
    exclusions: [
      "customers not Onboarded yet: they show as open ages of Won",
      "customers that went past Onboarded unproven",
    ],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["onboarded", "won", "velocity-metrics", "onboarding-productivity", "csm", "ttfv"],
    notNotes: [
      "It does not begin at the kickoff: days spent waiting for it are days of the customer too.",
      "A move back does not start it anew: the clock runs from the day it was Won.",
    ],
    readings: [
      { team: "Sales", reading: "The days from the signature until the CSM takes over." },
      { team: "Customer Success", reading: "The days from the kickoff until the outcome is shown." },
    ],
    versions: firstVersion("It was counted from the kickoff here and from the close there."),
  }),
] as const;
