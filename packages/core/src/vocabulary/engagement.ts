import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

/** Words for being in contact through the product itself. */
export const engagementVocabulary = [
  defineTerm({
    id: "in-app-messaging",
    name: "In-app messaging",
    aliases: ["In-app announcement"],
    section: "engagement",
    kind: "process",
    tier: "B",
    definition:
      "Telling users something inside the product, addressed to those it concerns and while they are at work with it.",
    example:
      "A new report is announced to the 310 users whose contract has it; a week later 240 have seen the message, and 95 have opened the report.",
    grain: "message",
    inclusions: [
      "the release or the deprecation it belongs to, whom it is for, how many it went to and how many saw it",
    ],
    exclusions: ["mails", "delivery: another system sends, and its counts come in"],
    owner: "CS Ops",
    sources: [practice.success, practice.successAndProduct],
    related: [
      "pmm",
      "release",
      "release-note",
      "deprecation",
      "tech-touch",
      "touchpoints",
      "activation-campaign",
    ],
    notNotes: [
      "Seen is not used: whether a feature was taken up is read off usage.",
      "A message does not take the place of a talk: accounts that lose something hear it from their CSM first.",
    ],
    ...drafted("A message that was sent was taken for customers who knew."),
  }),
] as const;
