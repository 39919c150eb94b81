import { choice, defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

const share = (name: string, label: string, meaning: string, normal: number) =>
  numberSet(name, label, meaning, { from: 0, to: 100, unit: "per cent", normal });

const closeShare = share(
  "commissionAtClose",
  "Paid at the close",
  "How much of a commission is paid when the deal closes; the rest waits for the NRR of twelve months.",
  80,
);

const payoutCurve = choice<"proportional" | "at_target">({
  name: "nrrPayout",
  label: "Payout by NRR",
  meaning: "How the part that waits is paid by the NRR reached.",
  default: "proportional",
  options: {
    proportional: "In proportion to the NRR reached, and never more than the whole part.",
    at_target: "The whole part from an NRR of 100 % on, and nothing below.",
  },
});

const clawbackShare = share(
  "clawbackShare",
  "Share taken back",
  "How much of what was paid at the close is taken back when the customer leaves within the window.",
  50,
);

const clawbackMonths = numberSet(
  "clawbackMonths",
  "Window of a clawback",
  "Within how many months of the close a lost customer takes commission back.",
  { from: 1, to: 36, unit: "months", normal: 12 },
);

/** Words for pay and credit: what is paid for a customer that stays, taken back for one that leaves, and who began a sale. */
export const compensationTerms = [
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
    parameters: [closeShare, payoutCurve],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["nrr", "clawback", "retention-bonus", "ae", "csm", "handoff-scorecard"],
    notNotes: [
      "The plan has no NRR of its own: leaving contraction out would pay for customers that shrink.",
      "It does not judge fit: a bad deal shows as a bad NRR, and why is read off fit and handoff score beside it.",
    ],
    ...drafted("Nothing in the pay of those who sold depended on whether the customer stayed."),
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
    unit: "money",
    grain: "deal",
    exclusions: [
      "customers that stay with less",
      "customers that have asked to leave and are still under contract",
    ],
    parameters: [clawbackShare, clawbackMonths],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["nrr-comp-plan", "churn", "ae", "handoff-scorecard"],
    notNotes: [
      "A clawback does not say whose fault the loss was: the line names the account, and its handoff score stands beside it.",
    ],
    ...drafted("It was agreed that commission could be taken back, and not when or how much."),
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
    parameters: [
      numberSet(
        "retentionBonusShare",
        "Share to be kept",
        "Which share of the accounts closed a year ago must be renewed at their first ARR or more.",
        { from: 50, to: 100, unit: "per cent", normal: 90 },
      ),
    ],
    owner: "RevOps",
    sources: [practice.salesAndSuccess],
    related: ["nrr-comp-plan", "renewal", "ae", "logo-retention"],
    notNotes: [
      "A retention bonus does not measure expansion: an account that doubles counts like one that stays level.",
      "It is no part of the commission for new customers: it is paid beside it, from a cohort a year old.",
    ],
    ...drafted("A bonus for keeping customers was paid for customers that had shrunk."),
  }),
  defineTerm({
    id: "csql",
    name: "Customer success qualified lead",
    abbreviation: "CSQL",
    section: "comp",
    kind: "artifact",
    tier: "B",
    definition:
      "A chance to sell more to a customer that a CSM found, judged worth it, and passed on to Sales.",
    example:
      "At its review Larkspur Foods asks about a second plant. Its CSM opens a CSQL on 4 May, the AE accepts it on 6 May and wins it in June: expansion that Customer Success began.",
    grain: "lead",
    inclusions: ["its way: identified, accepted by Sales, then won or lost"],
    exclusions: ["expansion that Sales found for itself"],
    owner: "RevOps",
    sources: [practice.postSales],
    related: [
      "expansion-ready-flag",
      "expansion-arr",
      "expansion-quota",
      "quota-attainment",
      "pql",
      "ae",
      "mql",
      "sql-lead",
    ],
    notNotes: [
      "A hint in the notes of a call is no CSQL: somebody has judged it and somebody has taken it.",
      "Accepted is not won: ARR moves when the customer signs.",
    ],
    readings: [
      { team: "Sales", reading: "Any hint from a CSM that there is more to sell." },
      { team: "Customer Success", reading: "A need that the CSM has confirmed and passed on." },
    ],
    ...drafted("Chances that CSMs found reached Sales in chat, and nobody knew who had found them."),
  }),
] as const;
