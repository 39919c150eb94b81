import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

const both = [practice.success, practice.successAndProduct];

/** Words for asking customers how it goes, and for coming back to them. */
export const feedbackSurveyTerms = [
  defineTerm({
    id: "feedback-loop",
    name: "Feedback loop",
    section: "feedback",
    kind: "process",
    tier: "B",
    definition:
      "The way of feedback to us and of the outcome back to the customer; it is closed when the customer has been told.",
    example:
      "Of 20 tickets decided in May 15 have a day on which the customer was told: 75 % of the loops are closed.",
    formula: "decided tickets whose customer was told / decided tickets",
    grain: "ticket",
    inclusions: ["customers who were told no"],
    exclusions: ["a status that was changed with nobody told"],
    owner: "CS Ops",
    sources: both,
    related: ["voc", "voc-ticket", "closed-loop-follow-up"],
    notNotes: ["Shipped is not closed: the loop ends with the customer, not with the release."],
    ...drafted("Customers found by chance that what they had asked for was there."),
  }),
  defineTerm({
    id: "closed-loop-follow-up",
    name: "Closed-loop follow-up",
    section: "feedback",
    kind: "process",
    tier: "A",
    definition:
      "Speaking to a customer who answered a survey badly within 48 hours, and putting what is learned into a VoC ticket.",
    example:
      "A user at Larkspur Foods answers 5; the CSM calls the next day and writes a ticket about the reporting module: followed up.",
    formula: "answers followed up / answers; in time within 48 hours of a detractor's answer",
    grain: "answer",
    exclusions: ["a call without a ticket, and a ticket without a call"],
    parameters: [
      numberSet(
        "followUpHours",
        "Hours to follow up",
        "Within how many hours of a bad answer somebody is to speak to the customer.",
        { from: 1, to: 336, unit: "hours", normal: 48 },
      ),
    ],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["nps", "voc-ticket", "feedback-loop", "csm"],
    notNotes: ["A thank-you mail sent by itself is no follow-up."],
    ...drafted("Bad answers were read at the end of the quarter, when the customer had given up."),
  }),
] as const;
