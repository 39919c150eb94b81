import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

/** Words for what warns of a loss in time, what is done about it, and what comes too late. */
export const healthSignalTerms = [
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
    parameters: [
      numberSet(
        "savePlayHours",
        "Hours to the first step",
        "Within how many hours of being at risk the first step is to be taken.",
        { from: 1, to: 336, unit: "hours", normal: 48 },
      ),
    ],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["save-play", "at-risk", "cs-manager"],
    notNotes: ["A play that was planned has not begun: the clock stops at the first step done."],
    ...drafted("Plays were called fast by those who started them and late by those who lost the account."),
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
    ...drafted("Late attempts were counted as save plays, and made save plays look useless."),
  }),
  defineTerm({
    id: "early-warning-system",
    name: "Early warning system",
    abbreviation: "EWS",
    section: "health",
    kind: "signal",
    tier: "A",
    definition:
      "The one list of all that says an account may be lost while something can still be done, newest first, with who has taken each line on.",
    example:
      "On Monday three lines are new: the champion of Halden Freight left, Cobalt Press is at risk, and Ninebark Clinics fell to 69; by noon each has a name beside it.",
    grain: "line and day",
    inclusions: ["red flags", "accounts that came to be at risk", "scores that fell through a threshold"],
    exclusions: ["scores that rise, and chances to sell"],
    owner: "CS Ops",
    sources: [practice.success],
    related: [
      "red-flag",
      "at-risk",
      "health-review-trigger",
      "risk-score",
      "leading-indicator",
      "save-play",
      "workflow-automation",
    ],
    notNotes: ["A warning that was seen is not one that was taken on: somebody has to put their name to it."],
    ...drafted("Warnings came by mail, by chat and in reports, and each was left to somebody else."),
  }),
] as const;
