import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { bonusParameters, clawbackParameters, planParameters } from "../parameters.ts";

const written = (reason: string) => firstVersion(reason, "2026-11-28");

/** Words for plans that pay for customers kept, and take back what was paid for those lost. */
export const payTerms = [
  defineTerm({
    id: "nrr-comp-plan",
    name: "NRR comp plan",
    aliases: ["NRR-tied compensation"],
    section: "comp",
    kind: "artifact",
    tier: "A",
    definition:
      "A pay plan in which part of the commission for a deal is held back until it is known how much of their ARR the customers have kept.",
    example:
      "Of a commission of $10,000 Ravi Menon gets 80 % at the close and up to 20 % by the 12-month NRR of his customers; one that leaves in month 6 takes some of the 80 % back.",
    formula:
      "share at the close × commission + remaining share × commission × payout at the NRR of the cohort − clawbacks",
    unit: "money",
    grain: "person and cohort of deals",
    inclusions: [
      "the NRR that reports show, contraction and all, over twelve months",
      "AEs and CSMs alike; an AE answers for the first renewal or expansion of the first twelve months",
    ],
    parameters: [...planParameters],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["nrr", "clawback", "retention-bonus", "ae", "csm", "handoff-scorecard"],
    notNotes: [
      "The plan has no NRR of its own: leaving contraction out would pay for customers that shrink.",
      "It does not judge fit: a bad deal shows as a bad NRR, and why is read off fit and handoff score beside it.",
    ],
    versions: written("Nothing in the pay of those who sold depended on whether the customer stayed."),
  }),
  defineTerm({
    id: "clawback",
    name: "Clawback",
    aliases: ["Commission clawback"],
    section: "comp",
    kind: "event",
    tier: "A",
    definition:
      "The part of a commission already paid that is taken back because the customer left within the window the pay plan names.",
    example:
      "Ravi Menon was paid $8,000 when Cobalt Press closed. It leaves in month 6 of a window of 12, the share is half: $4,000 come off his next statement.",
    formula: "share taken back × commission paid at the close, where the customer was lost within the window",
    inclusions: [
      "all of it, a share, the part for the days not held, or steps by age, as the plan says",
      "never more than was paid, and always a new line of a later statement",
    ],
    unit: "money",
    grain: "deal",
    exclusions: [
      "customers that stay with less, unless the plan names contraction",
      "customers that have asked to leave and are still under contract",
    ],
    parameters: [...clawbackParameters],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["nrr-comp-plan", "churn", "ae", "handoff-scorecard"],
    notNotes: [
      "A clawback does not say whose fault the loss was: the line names the account, and its handoff score stands beside it.",
    ],
    versions: written("It was agreed that commission could be taken back, and not when or how much."),
  }),
  defineTerm({
    id: "retention-bonus",
    name: "Retention bonus",
    section: "comp",
    kind: "artifact",
    tier: "A",
    definition:
      "What an AE is paid when at least 90 % of the accounts closed a year ago were renewed at no less than the ARR they began with.",
    example:
      "Of 20 accounts that Ravi Menon closed in the second quarter of 2025, 18 were renewed at their first ARR or more: 90 %, so $2,000 for the quarter; with 17 he gets nothing.",
    formula:
      "accounts renewed at or above their first ARR / accounts closed in the same quarter a year before ≥ 90 %",
    unit: "money",
    grain: "person and quarter",
    inclusions: ["exactly 90 %"],
    exclusions: ["accounts renewed for less than their first ARR", "growth above it"],
    parameters: [...bonusParameters],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["nrr-comp-plan", "renewal", "ae", "logo-retention"],
    notNotes: [
      "A retention bonus does not measure expansion: an account that doubles counts like one that stays level.",
      "It is no part of the commission for new customers: it is paid beside it, from a cohort a year old.",
    ],
    versions: written("A bonus for keeping customers was paid for customers that had shrunk."),
  }),
] as const;
