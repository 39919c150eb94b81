import { defineTerm, firstVersion, practice } from "../../glossary/index.ts";
import { lossParameters } from "../parameters.ts";

/** Words for which of the accounts at risk somebody turns to first. */
export const queueTerms = [
  defineTerm({
    id: "at-risk-queue",
    name: "At-risk queue",
    section: "health",
    kind: "process",
    tier: "B",
    indicator: "leading",
    definition:
      "The accounts at risk that can still be kept, in the order of what there is to lose and how little time is left, by one printed formula.",
    example:
      "84,000 of ARR, a chance of loss of 62 % and a renewal in 45 days: 84 × 0.62 × 2.00, so rank 104; 120,000 with the same chance and a renewal in 240 days ranks 37. My book ranks both alike.",
    formula:
      "ARR in thousands × chance of loss × urgency; chance of loss = (lost of the past renewals scored within 10 points of 100 − risk score 90 days before + risk score % of 10) / (those renewals + 10), 0.50 where the last week was not measured; urgency = 90 / days to the renewal, from 0.50 to 3.00",
    grain: "account and day",
    inclusions: ["accounts at risk with what is done about each, and how long its clock still runs"],
    exclusions: [
      "accounts that were put off with a reason, until their day",
      "accounts whose loss was accepted: their ARR stays at risk",
    ],
    parameters: [...lossParameters],
    owner: "CS Ops",
    sources: [practice.salesAndSuccess],
    related: ["at-risk", "arr-at-risk", "risk-score", "save-play", "today-queue"],
    notNotes: [
      "The chance of loss tells what became of accounts that were scored alike; it is no verdict on this one.",
      "The first in the queue is not the unhappiest: it is where a save is worth most and waits least.",
    ],
    versions: firstVersion(
      "Whoever complained loudest was saved first, and the largest account left.",
      "2026-11-29",
    ),
  }),
] as const;
