import { defineTerm, practice } from "../glossary/index.ts";
import { drafted } from "./drafted.ts";

const shared = { section: "leadership" as const, owner: "CS Ops", sources: [practice.postSales] };

/** Words of those who lead the teams after the close. */
export const leadershipTerms = [
  defineTerm({
    ...shared,
    id: "pnl-ownership",
    name: "P&L ownership",
    abbreviation: "P&L",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "Who answers for revenue and cost together is settled in the company's organisation; the margins themselves are computed.",
    definition: "Answering for the revenue and the cost of an area together, and so for what is left.",
    example:
      "The head of services answers for USD 4 million of revenue and for USD 3 million of cost, not for utilisation alone.",
    related: ["operating-margin", "professional-services-margin", "cco"],
    notNotes: ["Reading figures is not owning them: who owns revenue and cost decides on both."],
    ...drafted("Leaders were measured by revenue or by cost, and never by both."),
  }),
  defineTerm({
    ...shared,
    id: "enablement-playbooks",
    name: "Enablement playbooks",
    kind: "artifact",
    tier: "B",
    definition:
      "Written steps by which people of CS, Sales or Services learn to do a part of their work, assigned and ticked off.",
    example:
      "A new CSM reads the glossary in the first week and runs a practice kickoff in the second: two of five steps are done.",
    formula: "steps completed / steps assigned",
    grain: "playbook and person",
    exclusions: ["steps to take with a customer: those are a playbook of another kind"],
    related: ["field-readiness", "csm", "multipliers-framework", "notion", "playbooks"],
    notNotes: ["It is not a playbook for a customer: what it brings about is somebody who can do the work."],
    ...drafted("New colleagues learned from whoever sat nearest."),
  }),
  defineTerm({
    ...shared,
    id: "field-readiness",
    name: "Field readiness",
    kind: "process",
    tier: "B",
    definition:
      "Making sure before a launch that everybody who will be asked about it was briefed and trained, and has confirmed it.",
    example:
      "Of 40 people required 36 have confirmed brief and training by the eve of the launch: 90 % ready.",
    formula: "people who confirmed brief and training / people required",
    unit: "ratio",
    grain: "launch and person",
    exclusions: ["people who were sent the brief and did not confirm it"],
    related: ["cs-pre-brief", "enablement-playbooks", "ga", "release"],
    notNotes: ["Sent is not ready: readiness counts confirmations."],
    ...drafted("Launches went ahead while those who had to explain them were still asking."),
  }),
  defineTerm({
    ...shared,
    id: "succession-planning",
    name: "Succession planning",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "It concerns careers of our own people, which are not kept here: an assignment changes on the day it changes.",
    definition: "Deciding early who could take over a role that matters, and preparing them for it.",
    example:
      "Two CSMs lead a review each quarter so that either could follow the CS Manager who leaves next year.",
    exclusions: ["handing an account to another CSM: that is a change of assignment"],
    related: ["csm"],
    notNotes: ["A deputy is not a successor: the one stands in for days, the other takes over."],
    ...drafted("Roles stood empty for months when somebody left."),
  }),
  defineTerm({
    ...shared,
    id: "multipliers-framework",
    name: "Multipliers framework",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "It is a view on leadership from a book, and nothing of it can be read from facts about customers.",
    definition:
      "Liz Wiseman's distinction between leaders who make use of all that their people know and leaders who diminish it.",
    example:
      "A manager asks the team for three ways to save an account instead of naming one: that is the multiplier of the two.",
    related: ["enablement-playbooks"],
    notNotes: ["It is no measure of leaders: nobody is scored by it here."],
    ...drafted("The name was dropped in reviews without anybody saying what it stands for."),
  }),
  defineTerm({
    ...shared,
    id: "zone-of-influence",
    name: "Zone of influence",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "Influence leaves no fact of its own: what is on record is who owns an account, a renewal or an expansion.",
    definition: "What a person or team cannot decide itself but can move by advice, evidence or relations.",
    example:
      "A CSM does not set the price of a renewal, but brings the proof of value that the talk is held on.",
    sources: [practice.success],
    related: ["csm", "renewal"],
    notNotes: ["Influence is not ownership: each figure still has one owner."],
    ...drafted("Teams were held to account for what they could only influence."),
  }),
  defineTerm({
    ...shared,
    id: "challenger-spin-solution",
    name: "Challenger, SPIN and Solution Selling",
    aliases: ["Challenger", "SPIN", "Solution Selling"],
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "A method of selling leaves its traces in the deal context, in words; no figure depends on which one was used.",
    definition:
      "Three published methods of selling: to teach the buyer something new, to ask in a set order, and to sell the cure of a known trouble.",
    example:
      "An AE asks about the situation, the problem, what follows from it and what a remedy would be worth: that is SPIN.",
    related: ["ae"],
    notNotes: ["A method is not a stage: how a deal was sold says nothing of where the customer stands."],
    ...drafted("Notes of Sales named a method, and whoever took the account over did not know it."),
  }),
  defineTerm({
    ...shared,
    id: "vocabulary-gap-cost-model",
    name: "Vocabulary-gap cost model",
    kind: "practice",
    tier: "C",
    vocabularyOnly:
      "It is a reckoning made once, on estimates, to argue for agreeing on words; no fact is ever measured for it.",
    definition:
      "A reckoning of what it costs that teams mean different things by one word, set against the hours of agreeing on it.",
    example:
      "Ten people lose one hour a week over the word beta; agreeing on it takes ten people two hours, and pays off in two weeks.",
    sources: [practice.successAndProduct],
    related: ["beta", "divergence"],
    notNotes: ["It is an estimate to argue with: no figure of the company rests on it."],
    ...drafted("Agreeing on words was put off because its cost was seen and its use was not."),
  }),
] as const;
