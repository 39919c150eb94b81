import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

const shared = { section: "cs-operations" as const, owner: "CS Ops", sources: [practice.success] };

/** Words for seeing what is going on across customers, and for acting on it in time. */
export const operationsInsightTerms = [
  defineTerm({
    ...shared,
    id: "ai-copilot",
    name: "AI CoPilot",
    kind: "technology",
    tier: "B",
    definition:
      "A helper that points out trends and risks by rules and statistics, each with the evidence it rests on.",
    example: "Sign-ins of Larkspur Foods fell from 40 to 18 in 30 days: the statement shows both readings.",
    grain: "statement and day",
    inclusions: ["the readings and the rule behind each statement"],
    exclusions: ["a score nobody can explain"],
    related: ["insights-engine", "agentic-ai"],
    notNotes: [
      "It does not foretell: each statement says what was read and by which rule, and people judge.",
    ],
    ...drafted("Risks were announced without a reason, and nobody acted on them."),
  }),
  defineTerm({
    ...shared,
    id: "insights-engine",
    name: "Insights engine",
    kind: "technology",
    tier: "B",
    definition: "What ranks falls of health, red flags and chances to grow over all accounts in one list.",
    example:
      "Of 60 accounts three stand on top: one at risk, one with a red flag, and one with every seat in use.",
    grain: "customer and day",
    inclusions: ["what each place in the list rests on"],
    exclusions: ["accounts about which nothing new is known"],
    related: ["ai-copilot", "red-flag", "health-score"],
    notNotes: ["A place at the top is no forecast: it says where to look first."],
    ...drafted("Whoever wanted to know where to begin had to open every account."),
  }),
  defineTerm({
    ...shared,
    id: "scalable-cs",
    name: "Scalable CS",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "It is an aim in the design of coverage: its effect is read from the number of accounts in each book.",
    definition: "Serving more customers without as many more people, by automation and by content.",
    example:
      "A CSM holds 60 accounts instead of 40, because reminders and first trainings run by themselves.",
    related: ["self-service-resources", "playbooks"],
    notNotes: ["More accounts for each CSM is not scale if retention falls."],
    ...drafted("Growth in customers was planned without growth in capacity."),
  }),
  defineTerm({
    ...shared,
    id: "data-driven-cs",
    name: "Data-driven CS",
    kind: "practice",
    tier: "C",
    vocabularyOnly: "It is a way to decide: the figures that are decided by are terms of their own.",
    definition: "Deciding what to do for customers by what is on record instead of by feeling.",
    example: "The next call goes to the account whose use has halved, not to the one that wrote last.",
    related: ["dashboards", "health-score"],
    notNotes: ["What is on record is not all there is: a CSM's judgement is put on record too."],
    ...drafted("Time went to the customers that were loudest."),
  }),
  defineTerm({
    ...shared,
    id: "mql",
    name: "Marketing qualified lead",
    abbreviation: "MQL",
    kind: "signal",
    tier: "C",
    vocabularyOnly:
      "It belongs to Marketing, before there is an account: no lead that is not yet a customer is kept here.",
    definition: "A lead that Marketing holds to be worth a call from Sales, by rules of its own.",
    example: "Somebody at a company that fits reads three pages and asks for a price list.",
    sources: [practice.salesAndSuccess],
    related: ["sql-lead", "csql", "pql"],
    notNotes: ["An MQL is not a PQL: the one has read about the product, the other has used it."],
    ...drafted("The word came over from another glossary without its meaning."),
  }),
  defineTerm({
    ...shared,
    id: "sql-lead",
    name: "Sales qualified lead",
    abbreviation: "SQL",
    kind: "signal",
    tier: "C",
    vocabularyOnly:
      "It belongs to Sales, before there is an account: what is kept here begins with the deal that was won.",
    definition: "A lead that Sales has spoken to and holds to be worth pursuing.",
    example: "An AE has confirmed need, budget and time with a lead that Marketing had passed on.",
    sources: [practice.salesAndSuccess],
    related: ["mql", "ae", "csql", "pql"],
    notNotes: ["An SQL is no customer: nothing has been won."],
    ...drafted("The word came over from another glossary, and was read as a query language."),
  }),
] as const;
