import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { savePlayHours } from "../parameters.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for attempts to keep a customer or to get it back: how fast they begin, and which come too late. */
export const attemptTerms = [
  defineTerm({
    id: "save-play-activation-time",
    name: "Save-play activation time",
    section: "health",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition: "The hours from the moment an account is at risk to the first step taken to save it.",
    example:
      "Cobalt Press is at risk from Monday at 09:00 and its first step is taken on Tuesday at 15:00: 30 hours of the 48 allowed.",
    formula: "moment of the first step − moment the account came to be at risk, in hours; met at 48 or fewer",
    unit: "hours",
    grain: "customer and entry into at-risk",
    inclusions: ["accounts that still wait, with the hours so far"],
    exclusions: ["accounts that a play was begun for before they were at risk"],
    parameters: [savePlayHours],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["save-play", "at-risk", "cs-manager"],
    notNotes: ["A play that was planned has not begun: the clock stops at the first step done."],
    versions: written(
      "Plays were called fast by those who started them and late by those who lost the account.",
    ),
  }),
  defineTerm({
    id: "rescue-call",
    name: "Rescue call",
    section: "health",
    kind: "process",
    tier: "B",
    definition: "An attempt to keep a customer that begins only after it has asked to leave.",
    example:
      "Marlow Tiles asks to cancel on 3 June and its CSM calls on 5 June: a rescue call. A plan that was begun on 1 June would be a save play.",
    formula: "moment the attempt began ≥ moment the customer asked to cancel",
    grain: "customer and attempt",
    exclusions: ["work begun before the customer asked, even if it goes on afterwards"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["save-play", "at-risk", "churn", "win-back-campaign"],
    notNotes: [
      "A rescue call is not a save play: it succeeds far less often, so the two are never counted together.",
      "What somebody calls it does not matter: the two moments decide.",
    ],
    versions: written("Late attempts were counted as save plays, and made save plays look useless."),
  }),
  defineTerm({
    section: "cs-operations",
    owner: "CS Ops",
    sources: [practice.success],
    id: "proactive-success",
    name: "Proactive success",
    kind: "practice",
    tier: "B",
    definition:
      "Acting before a customer asks to leave, told by the share of save plays among all attempts to keep one.",
    example:
      "Nine save plays and three rescue calls in a quarter: 75 % came before the customer asked to leave.",
    indicator: "leading",
    formula: "save plays / (save plays + rescue calls)",
    unit: "ratio",
    grain: "period",
    inclusions: ["attempts begun before the request to cancel"],
    exclusions: ["talks with customers that never were in danger"],
    notNotes: [
      "Much contact is not proactive: what counts is that it came before the customer asked to leave.",
    ],
    related: ["save-play", "at-risk"],
    versions: written("Most attempts to keep a customer began with its notice."),
  }),
  defineTerm({
    id: "win-back-campaign",
    name: "Win-back campaign",
    aliases: ["Win-back"],
    section: "lifecycle",
    kind: "program",
    tier: "B",
    definition:
      "A planned effort to regain customers that were lost, with a list of them, somebody who answers for it, and an outcome on record for each.",
    example:
      "Of 12 customers lost last year 9 are contacted; Marlow Tiles comes back at $18,000, which is won-back ARR.",
    grain: "campaign and lost customer",
    inclusions: ["customers whose contract is over: contacted, won back, or not"],
    exclusions: ["customers that have asked to leave and are still under contract"],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.success],
    related: ["winback-arr", "churn", "rescue-call", "customer-life", "playbooks"],
    notNotes: [
      "Won back is not expansion: it is shown by itself and stays out of NRR unless the policy says otherwise.",
      "A customer that comes back begins at Won again, with criteria and a handoff of its own.",
    ],
    versions: written("Returned customers were reported as growth, and the loss before them was forgotten."),
  }),
] as const;
