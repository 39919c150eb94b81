import { defineTerm, firstVersion, practice } from "../glossary/index.ts";

/** Words for the way of a feature that the table of moves carries. */
export const terms = [
  defineTerm({
    id: "feature-release-lifecycle",
    name: "Feature release lifecycle",
    aliases: ["Feature stages"],
    section: "product-engineering",
    kind: "process",
    tier: "A",
    definition:
      "The stages a feature passes: alpha, beta, release candidate, general availability, deprecated and sunset, each with who may see it and what may be said.",
    example:
      "A feature goes from beta to release candidate, a blocking fault is found, and it goes back to beta: the one way back there is.",
    grain: "feature and day",
    inclusions: ["one step at a time, in this order"],
    exclusions: ["MVP and early access: the one is a scope, the other a program, and neither is a stage"],
    owner: "CS Ops",
    sources: [practice.successAndProduct],
    related: ["alpha", "beta", "rc", "ga", "deprecation", "sunset", "release", "mvp"],
    notNotes: ["It is not the customer's lifecycle: a feature has a stage of its own."],
    status: "draft",
    versions: firstVersion(
      "Stage, scope and program were said with one word, and customers were told three things.",
      "2026-11-28",
    ),
  }),
] as const;
