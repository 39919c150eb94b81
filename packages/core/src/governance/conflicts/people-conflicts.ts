import type { Conflict } from "./conflict.ts";

/** What contradicts itself about roles, meetings and pay. */
export const peopleConflicts: readonly Conflict[] = [
  {
    id: "C-06",
    title: "Whose executive the sponsor is",
    conflict:
      "An executive sponsor is a leader of the vendor to one vocabulary, and an advocate with authority inside the customer to another.",
    settlement:
      "Three roles are kept apart: the champion and the sponsor at the customer, and the executive sponsor on our side.",
    terms: ["exec-sponsor", "sponsor", "champion"],
    heldBy: { module: "@termwise/core/people", symbol: "rolesOn" },
  },
  {
    id: "C-30",
    title: "When the AE is done",
    conflict:
      "The duty of an AE ends at the signature, 14 days after it, or with the first renewal or expansion within twelve months.",
    settlement:
      "Ownership passes within a number of days that is a setting, 14 unless changed. What pay looks at beyond that, the pay plan says.",
    terms: ["ae", "nrr-comp-plan", "handoff-process"],
    heldBy: { module: "@termwise/core/handoff", symbol: "HandoffPolicy" },
  },
  {
    id: "C-31",
    title: "Whose expansion it is",
    conflict: "An AE may own an expansion; the quota of CS counts only what CS brought in.",
    settlement: "Who brought it in, who owns it and who closes it are three fields. A quota reads the first.",
    terms: ["expansion-arr", "expansion-quota", "renewal-expansion-ownership", "csql"],
    heldBy: { module: "@termwise/core/coverage", symbol: "ownershipGaps" },
  },
  {
    id: "C-32",
    title: "Whether a retention bonus asks for quality",
    conflict:
      "The bonus is said not to look at what a renewal is worth; its example asks that accounts renew at their first ARR or more.",
    settlement:
      "The condition is a rule of two numbers: the share that must renew, and the least ARR they keep.",
    terms: ["retention-bonus"],
    heldBy: null,
  },
  {
    id: "C-33",
    title: "A quarterly bonus about accounts of a year ago",
    conflict: "The bonus is paid each quarter, on accounts that were closed twelve months before.",
    settlement: "Each quarter looks at the accounts closed in the same quarter of the year before.",
    terms: ["retention-bonus"],
    heldBy: null,
  },
  {
    id: "C-37",
    title: "What a business review is",
    conflict:
      "It is a deck for the sponsor, a meeting with executives, a meeting each quarter or one a year.",
    settlement: "There is one business review, with a kind (quarterly, executive, annual) and a cadence.",
    terms: ["business-review", "qbr", "ebr"],
    heldBy: { module: "@termwise/core/coverage", symbol: "reviewStates" },
  },
  {
    id: "C-38",
    title: "Which accounts are strategic",
    conflict:
      "Strategic accounts get an executive sponsor, and nothing says from where on an account is strategic.",
    settlement: "A rule of the house says it, in numbers or by a list, with the day it holds from.",
    terms: ["exec-sponsor", "strategic-accounts"],
    heldBy: { module: "@termwise/core/coverage", symbol: "coverageOn" },
  },
];
