import type { AtRiskSpan } from "@termwise/core/health";
import type { AccountId } from "@termwise/core/kernel";
import type { ScoredDay } from "@termwise/core/plays";
import { lowWeeks } from "../health/low-weeks.ts";
import { bookScores, scoreAt } from "../health/scored.ts";
import type { Termwise } from "../termwise.ts";

/** What health tells of an account: its weekly scores in their order, and when it was at risk. */
export interface HealthSigns {
  readonly scores: readonly ScoredDay[];
  readonly atRisk: readonly AtRiskSpan[];
}

/** What health tells of an account, by what was measured, as far back as that goes; undefined where nothing was. */
export async function healthSignsOf(termwise: Termwise): Promise<(id: AccountId) => HealthSigns | undefined> {
  const scores = await bookScores(termwise);
  const low = await lowWeeks(termwise);
  const own = new Int32Array(2 * scores.ends.length);
  const scoresOf = (id: AccountId): ScoredDay[] => {
    scores.read(id, own);
    return scores.ends.map((on, at) => ({ on, score: scoreAt(own, at) }));
  };
  return (id) => {
    if (!scores.read(id, own)) return undefined;
    let told: readonly ScoredDay[] | null = null;
    return {
      // Many triggers ask for no scores, and a book has millions of them.
      get scores() {
        told ??= scoresOf(id);
        return told;
      },
      atRisk: low.get(id)?.spans ?? [],
    };
  };
}
