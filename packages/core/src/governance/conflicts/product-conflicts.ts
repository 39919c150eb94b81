import type { Conflict } from "./conflict.ts";

/** What contradicts itself about features, their stages and what customers say of them. */
export const productConflicts: readonly Conflict[] = [
  {
    id: "C-21",
    title: "How often, or by how many",
    conflict:
      "Feature adoption rate is how often a feature is used to one vocabulary, and the share of eligible accounts that use it to another.",
    settlement: "It is the share of eligible accounts. How often a feature is used is told beside it.",
    terms: ["feature-adoption-rate"],
    heldBy: { module: "@termwise/core/adoption", symbol: "featureAdoption" },
  },
  {
    id: "C-22",
    title: "Tried or adopted",
    conflict:
      "An account has adopted a feature after using it in two weeks running; the example counts accounts that used it once.",
    settlement: "Two rates are reported: who tried the feature, and who adopted it.",
    terms: ["feature-adoption-rate", "product-adoption"],
    heldBy: { module: "@termwise/core/adoption", symbol: "featureAdoption" },
  },
  {
    id: "C-23",
    title: "Beta, MVP and early access",
    conflict:
      "Elsewhere three separate things, they overlap where the MVP is said to be what beta and early access customers get.",
    settlement:
      "They are three fields: the stage a feature is in, whether what is out is an MVP, and which program an account is a member of.",
    terms: ["beta", "mvp", "early-access-tier", "feature-release-lifecycle"],
    heldBy: null,
  },
  {
    id: "C-24",
    title: "Adding ARR to a number of accounts",
    conflict: "The impact score adds money and a count; feedback weighted by ARR leaves the count out of it.",
    settlement: "Both are brought to one scale before they are added, and lists can be sorted by either.",
    terms: ["customer-impact-score", "arr-weighted-feedback"],
    heldBy: null,
  },
  {
    id: "C-25",
    title: "Which money weighs feedback",
    conflict:
      "Feedback is weighed by the value of contracts in one place and by ARR in another; that ARR is at risk here, and merely affected there.",
    settlement: "ARR weighs. What is affected and what is at risk are two sums, and both are kept.",
    terms: ["arr-weighted-feedback", "arr-at-risk"],
    heldBy: null,
  },
  {
    id: "C-26",
    title: "Who gets into a beta",
    conflict:
      "ARR is one of the grounds for being picked; an example picks advocates over accounts with more ARR.",
    settlement:
      "Each choice is put on record with its grounds and what each of them weighed, so that either can be explained.",
    terms: ["beta", "customer-advocacy"],
    heldBy: null,
  },
  {
    id: "C-27",
    title: "What comes first in the week of a release",
    conflict:
      "For general availability CS is briefed before anything is published; for a release the note goes out first and CS hears after.",
    settlement: "CS is briefed before a feature is available and before any note about it is published.",
    terms: ["ga", "release", "cs-pre-brief", "release-note"],
    heldBy: null,
  },
];
