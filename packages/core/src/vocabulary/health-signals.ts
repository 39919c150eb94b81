import { choice, defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

const idleUserDays = numberSet(
  "idleUserDays",
  "Days a user may be idle",
  "After how many days without use a main user counts as idle in rules that join conditions.",
  { from: 1, to: 90, unit: "days", normal: 14 },
);

const atRiskExit = choice<"one_reading" | "two_readings" | "review_level">({
  name: "atRiskExit",
  label: "End of at-risk",
  meaning: "What it takes for an account to be at risk no longer.",
  default: "two_readings",
  options: {
    one_reading: "The first weekly score of 45 or more.",
    two_readings: "Two weekly scores of 45 or more in a row.",
    review_level: "A weekly score of 70 or more.",
  },
});

/** Words for what warns of a loss in time, what is done about it, and what comes too late. */
export const healthSignalTerms = [
  defineTerm({
    id: "red-flag",
    name: "Red flag",
    section: "health",
    kind: "signal",
    tier: "A",
    indicator: "leading",
    definition: "A single event at a customer that calls for action at once, whatever its health score says.",
    example:
      "At Brightwater Hotels the main user has not signed in for 22 days and the champion left our last two mails unanswered: one red flag made of two conditions, with outreach in the same week.",
    grain: "customer and event",
    inclusions: [
      "logins that fall by half or more within 30 days",
      "a champion who leaves, or moves away from the product",
      "a renewal meeting declined for the second time",
      "a key integration broken and not mended for more than 5 business days",
      "an NPS answer of 8 or more followed by one of 5 or less in the next survey",
      "rules that join several conditions, answered within the week",
    ],
    exclusions: [
      "logins that fall by 49 %, one declined meeting, an integration mended on day 5",
      "NPS from 7 to 5 or from 9 to 6",
      "a score that declines slowly",
    ],
    parameters: [idleUserDays],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: [
      "champion-departure",
      "early-warning-system",
      "risk-score",
      "at-risk",
      "save-play",
      "usage-data",
      "nps",
      "insights-engine",
    ],
    notNotes: [
      "A red flag is an event and not a trend: it has a day on which it happened.",
      "A red flag does not make an account at risk: that takes two low weekly scores.",
    ],
    readings: [
      { team: "Sales", reading: "Anything that makes a renewal doubtful." },
      { team: "Customer Success", reading: "A score that has been sinking for a while." },
    ],
    ...drafted("A champion left, the score stayed green for weeks, and nobody called."),
  }),
  defineTerm({
    id: "at-risk",
    name: "At-risk",
    section: "health",
    kind: "threshold",
    tier: "A",
    definition: "The state of an account whose health score was below 45 at two weekly readings in a row.",
    example:
      "Cobalt Press reads 44 on one Monday and 41 on the next: at risk, a save play due within 48 hours, and its CS manager told; 44 and then 45 would not have done it.",
    formula: "score of this week < 45 and score of the week before < 45",
    grain: "customer and week",
    inclusions: ["scores taken daily and read once a week, on the same day"],
    exclusions: ["a single low week", "a score of exactly 45", "an impression that nobody put a number to"],
    parameters: [
      atRiskExit,
      numberSet("atRiskBelow", "At risk below", "Below which score a weekly reading counts as low.", {
        from: 1,
        to: 100,
        unit: "points",
        normal: 45,
      }),
      numberSet(
        "atRiskReadings",
        "Low readings in a row",
        "How many low weekly readings in a row put an account at risk.",
        { from: 1, to: 8, unit: "weeks", normal: 2 },
      ),
    ],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess, practice.successAndProduct],
    related: [
      "health-score",
      "health-review-trigger",
      "save-play",
      "save-play-activation-time",
      "rescue-call",
      "arr-at-risk",
      "red-flag",
      "early-warning-system",
      "cs-manager",
      "manager-escalation",
      "proactive-success",
    ],
    notNotes: [
      "It is read off a number, whatever the mood of those who hold the account.",
      "It is not the trigger of every save play: each play has its own, such as 14 days below 40.",
    ],
    readings: [
      { team: "Sales", reading: "The customer has said that it may not renew." },
      { team: "Customer Success", reading: "The CSM has a bad feeling about the account." },
    ],
    ...drafted("Whether an account was at risk depended on who was asked, and plays began late."),
  }),
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
