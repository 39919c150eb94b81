import type { AtRiskSpan } from "@termwise/core/health";
import type { AccountId } from "@termwise/core/kernel";
import type { ScoredDay } from "@termwise/core/plays";
import { lowWeeks } from "../health/low-weeks.ts";
import { weeksBack } from "../health/measure.ts";
import { scoredWeeks } from "../health/scored.ts";
import type { Termwise } from "../termwise.ts";

/** What health tells of an account: its weekly scores in their order, and when it was at risk. */
export interface HealthSigns {
  readonly scores: readonly ScoredDay[];
  readonly atRisk: readonly AtRiskSpan[];
}

/** What health tells of every account, by what was measured, as far back as that goes. */
export async function healthSignsOf(termwise: Termwise): Promise<ReadonlyMap<AccountId, HealthSigns>> {
  const { of } = await scoredWeeks(termwise, weeksBack);
  const low = await lowWeeks(termwise);
  return new Map(
    [...of].map(([accountId, weeks]) => [
      accountId,
      {
        scores: weeks.map(({ week, score }) => ({ on: week, score })),
        atRisk: low.get(accountId)?.spans ?? [],
      },
    ]),
  );
}
