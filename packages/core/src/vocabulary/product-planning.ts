import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";
import { numberSet } from "./number-set.ts";

/** Words for how Product plans its work, and what of it may be said to customers; and for rules that set work going. */
export const planningTerms = [
  defineTerm({
    id: "backlog",
    name: "Backlog",
    section: "workflow",
    kind: "artifact",
    tier: "A",
    definition:
      "The list of what Product may build, in the order of what seems to matter most, where every item rests on feedback from customers and none is promised.",
    example:
      "The CSM of Halden Freight wants a bulk export put on the list: it is recorded as feedback, and the customer hears that it is tracked and that there is no date.",
    grain: "item",
    inclusions: ["items with at least one feedback ticket behind them"],
    exclusions: ["what a CSM asks for directly: it is recorded as feedback first", "dates"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["moscow", "roadmap", "sprint", "pm", "voc-ticket", "feature-request", "engineering-manager"],
    notNotes: [
      "Being in the backlog commits nobody to anything.",
      "A feature request is not a backlog item: most requests become part of an item or of none.",
    ],
    readings: [
      { team: "Customer Success", reading: "What will be built, sooner or later." },
      { team: "Product", reading: "What might be built, if nothing matters more." },
    ],
    ...drafted("A customer was told that its wish was in the backlog, and waited for it."),
  }),
  defineTerm({
    id: "sprint",
    name: "Sprint",
    section: "workflow",
    kind: "artifact",
    tier: "B",
    definition:
      "A fixed stretch of engineering work, mostly two weeks, whose content is settled before it begins.",
    example:
      "On day 8 of 14 a bug comes up that stops nobody from working: it is made the first item of the next sprint, and the customer is told to expect it within ten days.",
    grain: "team and two weeks",
    inclusions: [
      "the rest of this sprint and the place in the next one, when a customer is told how long it may take",
    ],
    exclusions: ["work put in half-way, which is avoided"],
    parameters: [
      numberSet(
        "sprintDays",
        "Days of a sprint",
        "How many days a sprint lasts, where a team does not say otherwise.",
        { from: 5, to: 42, unit: "days", normal: 14 },
      ),
    ],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["backlog", "engineering-manager", "release", "customer-council", "mvp"],
    notNotes: ["The next sprint is not the day after tomorrow: it begins when this one is over."],
    readings: [
      { team: "Customer Success", reading: "The time until what was asked for is there." },
      { team: "Product", reading: "Two weeks of work that is already settled." },
    ],
    ...drafted("CSMs asked for a fix in this sprint, and did not know that it was full."),
  }),
  defineTerm({
    id: "roadmap",
    name: "Roadmap",
    section: "workflow",
    kind: "artifact",
    tier: "A",
    definition:
      "The order in which Product means to take up its larger pieces of work, by quarter or year, with a rule for each of who may be told.",
    example:
      "Of three pieces for the third quarter two may be shown to strategic accounts that signed an NDA and one to nobody: such an account sees two, every other none.",
    formula: "a piece may be shown where its rule allows the account, and an NDA is signed if it is gated",
    grain: "piece of work and account",
    inclusions: ["pieces that are public, gated or private", "a briefing of CSMs before they speak of it"],
    exclusions: ["delivery dates"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["backlog", "moscow", "pm", "cs-pre-brief", "strategic-accounts", "advisory-board"],
    notNotes: ["A roadmap is not a commitment: it is a plan, and plans change."],
    readings: [
      { team: "Customer Success", reading: "Dates that customers may build on." },
      { team: "Product", reading: "A plan of what to look into, and in which order." },
    ],
    ...drafted("A slide of the roadmap was shown to a customer, who put it into a contract."),
  }),
  defineTerm({
    id: "moscow",
    name: "MoSCoW",
    aliases: ["MoSCoW (Must/Should/Could/Won't)", "Must, should, could, won't"],
    section: "workflow",
    kind: "practice",
    tier: "B",
    definition:
      "Sorting pieces of work into must, should, could and won't, so that everybody knows how sure each of them is.",
    example:
      "Of the next release a CSM may tell Halden Freight that single sign-on, a must, is planned, that the new theme, a could, is an idea, and that the desktop app, a won't, is not coming for now.",
    grain: "piece of work or backlog item",
    inclusions: ["one of four words set by the PM, and for each what a CSM may say"],
    exclusions: ["how urgent a customer finds it"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["backlog", "roadmap", "pm"],
    notNotes: ["A must is not a date: it says what comes first, and not when."],
    readings: [
      { team: "Customer Success", reading: "Should means that it will come." },
      { team: "Product", reading: "Should means that it may still be dropped." },
    ],
    ...drafted("CSMs told an idea and a plan to customers in the same words."),
  }),
  defineTerm({
    id: "workflow-automation",
    name: "Workflow automation",
    section: "workflow",
    kind: "process",
    tier: "B",
    definition:
      "Having written rules watch for an event under a condition, and set up the task or the alert that is due without anybody having to think of it.",
    example:
      "The contract of Larkspur Foods comes to 120 days before its end and nobody has a task for it: the rule sets one up for whoever owns the renewal.",
    grain: "rule",
    inclusions: ["for each rule whether it is on, when it last ran and what it set up"],
    exclusions: ["messages to customers that nobody has read"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["task-management", "early-warning-system", "renewal", "cs-ops", "playbooks"],
    notNotes: ["A rule does not do the work: it sees to it that somebody has it to do."],
    ...drafted("Renewals were remembered by those who had been there long enough."),
  }),
] as const;
