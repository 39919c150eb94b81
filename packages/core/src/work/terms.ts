import { defineTerm, firstVersion, practice } from "../glossary/index.ts";

/** Words for work: what is to be done, by whom, and in which order. */
export const terms = [
  defineTerm({
    id: "task-management",
    tier: "B",
    name: "Task management",
    aliases: ["Task"],
    section: "workflow",
    kind: "process",
    definition:
      "Keeping what has to be done with customers as tasks, each with an account, somebody who has it, a day it is due and how urgent it is.",
    example:
      "A report due on the 31st of each month is done on 2 February: the January one closes, the next is due on the last day of February.",
    grain: "task and day",
    inclusions: [
      "overdue: still open, and its day has passed",
      "a task that comes again is due next on the first day of its series after the day it was done",
      "a monthly day that a month is too short for falls on its last day, and comes back afterwards",
    ],
    exclusions: ["days that were missed: they are not made up for"],
    owner: "CS Ops",
    sources: [practice.success],
    related: ["today-queue", "csm", "cs-manager", "touchpoints", "workflow-automation"],
    notNotes: ["A task is not evidence: that it is done moves no stage."],
    versions: firstVersion(
      "What was promised to customers lay in calendars and notebooks of one person each.",
    ),
  }),
  defineTerm({
    id: "today-queue",
    tier: "A",
    name: "Today queue",
    aliases: ["Today"],
    section: "workflow",
    kind: "process",
    definition:
      "The customers somebody should turn to now, each with the most pressing reason, what to do about it and by when, in the order of one printed formula.",
    example:
      "180,000 of ARR with a chance of loss of 59 % and a renewal in 61 days: 180 × 0.59 × 1.48, so rank 157; 48,000 of ARR that nothing was measured of, with a packet due today: 48 × 0.50 × 3.00, so 72.",
    formula:
      "ARR in thousands × chance of loss × urgency; chance of loss as in the at-risk queue, 0.50 while nothing was measured; urgency = 90 / days to the deadline or the renewal, the nearer of the two, of an account at risk to the renewal, from 0.50 to 3.00",
    grain: "person, account and day",
    inclusions: [
      "renewals to begin and to prepare, handoffs, promises, tasks due",
      "accounts at risk without a play begun, use that fell, red flags that are open",
      "gates one clause short, evidence out of date, claims that evidence does not bear out",
      "people who left, what nobody answers for, customers nobody has been in touch with",
    ],
    exclusions: ["what somebody put off or is done with, until its day or until it changes"],
    owner: "CS Ops",
    sources: [practice.success, practice.salesAndSuccess],
    related: ["task-management", "book-of-business", "renewal", "arr", "at-risk-queue", "risk-score"],
    notNotes: [
      "It is not a forecast of churn: where nothing was measured, the chance of loss is 0.50 and says so.",
    ],
    versions: firstVersion("The loudest customer was called first, and the quiet ones left."),
  }),
] as const;
