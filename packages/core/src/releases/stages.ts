import { z } from "zod";

/** The stages of a feature, in their order. */
export const releaseStages = [
  "concept",
  "alpha",
  "beta",
  "release_candidate",
  "general_availability",
  "deprecated",
  "sunset",
] as const;
/** A stage of a feature. */
export const ReleaseStage = z.enum(releaseStages);
/** A stage of a feature. */
export type ReleaseStage = z.infer<typeof ReleaseStage>;

/**
 * What each stage is called, the term that defines it (`null`: a concept is before the first), and who can use the
 * feature in it.
 */
export const releaseStageNames = {
  concept: { name: "Concept", term: null, seenBy: "nobody" },
  alpha: { name: "Alpha", term: "alpha", seenBy: "ourselves, or one to three design partners" },
  beta: { name: "Beta", term: "beta", seenBy: "chosen customers that owe feedback" },
  release_candidate: { name: "Release candidate", term: "rc", seenBy: "the members of the beta" },
  general_availability: {
    name: "General availability",
    term: "ga",
    seenBy: "every customer with the right contract",
  },
  deprecated: {
    name: "Deprecated",
    term: "deprecation",
    seenBy: "every customer with the right contract, until it is removed",
  },
  sunset: { name: "Sunset", term: "sunset", seenBy: "nobody" },
} as const satisfies Record<ReleaseStage, { name: string; term: string | null; seenBy: string }>;

/** What can happen to a feature. */
export const releaseEvents = [
  "alpha_begun",
  "beta_begun",
  "scope_closed",
  "blocking_fault_found",
  "made_available",
  "end_announced",
  "removed",
] as const;
/** One event of {@link releaseEvents}. */
export type ReleaseEvent = (typeof releaseEvents)[number];
