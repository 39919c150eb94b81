import { at, type Measure, type Tallies } from "@termwise/core/retention/columns";
import { type AnswerRow, answerOf } from "../peers/peer.ts";

/** Tallies by segment as the rows a peer's SQL gives; each sum is a measure, or the sum of some. */
function told(
  tallies: Tallies,
  sums: readonly ((of: (measure: Measure) => number) => number)[],
): AnswerRow[] {
  const rows = tallies.labels.flatMap((label, group) =>
    tallies.windows.map(({ closes }, window) => {
      const tally = tallies.of(group, window);
      return [label, closes, ...sums.map((sum) => sum((measure) => tally[at[measure]] ?? Number.NaN))];
    }),
  );
  return answerOf(rows);
}

/** The engine's answer in the columns of the spine query; needs all measures. */
export const spineAnswer = (tallies: Tallies): AnswerRow[] =>
  told(tallies, [
    (of) => of("opening"),
    (of) => of("opening") + of("expansion") - of("contraction") - of("churn") + of("reactivation"),
    (of) => of("kept"),
    (of) => of("winback"),
    (of) => of("openingAccounts"),
    (of) => of("retainedAccounts"),
  ]);

/** The engine's answer in the columns of the enriched query; sums of movements are enough. */
export const enrichedAnswer = (tallies: Tallies): AnswerRow[] =>
  told(tallies, [
    (of) => of("opening"),
    (of) => of("expansion"),
    (of) => of("contraction"),
    (of) => of("churn"),
    (of) => of("openingAccounts"),
    (of) => of("retainedAccounts"),
  ]);
