import type { Conflict } from "./conflict.ts";

/** What contradicts itself about the vocabulary as such: its sessions, its owners, its entries. */
export const vocabularyConflicts: readonly Conflict[] = [
  {
    id: "C-01",
    title: "How long a session is",
    conflict:
      "Sales and CS are given 45 minutes for a session, CS and Product 60, and the estimate of what a session costs counts two hours.",
    settlement:
      "Each set of terms has its own length, 45 and 60 minutes. The two hours are the effort of everybody together, preparation included.",
    terms: ["vocabulary-gap-cost-model"],
    heldBy: { module: "@termwise/core/governance", symbol: "termSets" },
  },
  {
    id: "C-02",
    title: "Who owns the definitions, and what is reviewed",
    conflict:
      "One vocabulary belongs to RevOps and is reviewed whole every quarter; the other belongs to CS Ops, and only its most used words are.",
    settlement:
      "Owner and scope of the review are settings of each set of terms. Words used most are marked, and come first in every review.",
    terms: ["revops", "cs-ops"],
    heldBy: { module: "@termwise/core/governance", symbol: "termSets" },
  },
  {
    id: "C-39",
    title: "Titles that promise another number of entries",
    conflict:
      "Both shared vocabularies announce thirty terms; their indexes list 29 and 34, and words they count among the most cited have no entry.",
    settlement:
      "Every word that is named is a term here and can be found, whether it had an entry or not. The glossary counts its own terms.",
    terms: ["icp", "revops", "nrr", "moscow"],
    heldBy: { module: "@termwise/core/registry", symbol: "terms" },
  },
  {
    id: "C-40",
    title: "Words listed twice, and plans that overlap",
    conflict:
      "Upsell, onboarding, the quarterly review and the health score are listed twice with different wording; three entries are about a plan for success.",
    settlement:
      "One term for each, found by all of its names. Planning, the plan and the plan agreed with the customer stay three terms that refer to one another.",
    terms: [
      "upsell",
      "onboarding",
      "qbr",
      "health-score",
      "success-planning",
      "success-plan",
      "joint-success-plan",
    ],
    heldBy: { module: "@termwise/core/registry", symbol: "findTerm" },
  },
  {
    id: "C-41",
    title: "A share without a source",
    conflict:
      "58 % of companies are said to have no shared definition of Onboarded, elsewhere no shared written one; nobody is named as the source.",
    settlement: "It is shown as unattributed, with both readings told, and no figure is computed with it.",
    terms: ["onboarded"],
    heldBy: { module: "@termwise/core/governance", symbol: "benchmarks" },
  },
];
