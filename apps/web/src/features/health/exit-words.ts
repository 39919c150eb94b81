import type { atRiskExits } from "@termwise/core/facts";

/** What ends at-risk; `it` is the score below which an account is at risk. */
export const exitWords: Readonly<Record<(typeof atRiskExits)[number], string>> = {
  one_reading: "One week at or above it",
  two_readings: "Two weeks in a row at or above it",
  review_level: "A week at or above the review line",
};
