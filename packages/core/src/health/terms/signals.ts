import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { atRiskParameters, redFlagParameters } from "../parameters.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for what warns of a loss in time. */
export const signalTerms = [
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
    parameters: [...redFlagParameters],
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
    versions: written("A champion left, the score stayed green for weeks, and nobody called."),
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
    parameters: [...atRiskParameters],
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
    versions: written("Whether an account was at risk depended on who was asked, and plays began late."),
  }),
  defineTerm({
    id: "arr-at-risk",
    name: "ARR at risk",
    aliases: ["Affected ARR"],
    section: "retention-metrics",
    kind: "metric",
    tier: "A",
    indicator: "leading",
    definition:
      "The ARR of the accounts that are at risk; of a feedback ticket it is the ARR of the accounts it touches, and is then called affected ARR.",
    example:
      "One gap touches a single account of $300,000, another touches five of $40,000 each: $300,000 against $200,000, half as much again, so the first is looked at first.",
    formula: "the sum of ARR over accounts at risk; for a ticket over the accounts it touches",
    unit: "money",
    grain: "day, over a book or the company; or ticket",
    inclusions: ["each account once, however often it raised the matter"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: [
      "at-risk",
      "arr",
      "risk-score",
      "renewal-forecasting",
      "voc-ticket",
      "customer-impact-score",
      "arr-weighted-feedback",
    ],
    notNotes: [
      "Affected is not at risk: a healthy account can be touched by a gap.",
      "ARR at risk is no forecast of loss: most of it is there to be kept.",
    ],
    readings: [
      { team: "Customer Success", reading: "The ARR of accounts that may leave." },
      { team: "Product", reading: "The ARR of accounts that asked for something." },
    ],
    versions: written(
      "Success brought a number for accounts in danger, and Product read it as accounts that had asked.",
    ),
  }),
] as const;
