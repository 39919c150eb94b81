import type { EarnedStage } from "../facts/index.ts";

/** The columns of the lifecycle board, in their order: the earned stages, the two motions over them, and the end. */
export const stages = ["won", "onboarded", "adopted", "expansion", "renewal", "churn"] as const;
/** A column of the board: an earned stage, an open motion, or churn. */
export type Stage = (typeof stages)[number];

/** What each stage is called, in every system the same. */
export const stageNames = {
  won: "Won",
  onboarded: "Onboarded",
  adopted: "Adopted",
  expansion: "Expansion",
  renewal: "Renewal",
  churn: "Churn",
} as const satisfies Record<Stage, string>;

/** The three gates that evidence has to pass. */
export type Gate = EarnedStage;

/**
 * How a clause of a gate stands: `met` by evidence that holds; `waived` for now; `stale`: it was met and its evidence has
 * run out or stopped coming; `missing`: nothing is on record; `failing`: evidence speaks against it; `not_counted`:
 * something is on record that cannot count.
 */
export const clauseStates = ["met", "waived", "stale", "missing", "failing", "not_counted"] as const;
/** How a clause of a gate stands. */
export type ClauseState = (typeof clauseStates)[number];

/** How an account came to where it stands: earned, moved back, past a stage it never earned, or back after it was lost. */
export type PassageKind = "forward" | "back" | "skip" | "re-entry" | "end";

/** The order of earned stages as numbers, nothing won being 0. */
export const rankOf = (stage: EarnedStage | null): number =>
  stage === null ? 0 : stage === "won" ? 1 : stage === "onboarded" ? 2 : 3;
