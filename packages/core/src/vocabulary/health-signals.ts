import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

/** Words for what warns of a loss in time. */
export const healthSignalTerms = [
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
