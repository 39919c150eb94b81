import type { AtRiskSpan } from "@termwise/core/health";
import type { AccountId } from "@termwise/core/kernel";
import type { ScoredDay } from "@termwise/core/plays";
import { accountsOnDay } from "../derive/accounts-on-day.ts";
import { weeksBack } from "../health/measure.ts";
import { riskSpans, scoredWeeks } from "../health/scored.ts";
import { segmentPolicies } from "../health/world.ts";
import type { Termwise } from "../termwise.ts";

/** What health tells of an account: its weekly scores in their order, and when it was at risk. */
export interface HealthSigns {
  readonly scores: readonly ScoredDay[];
  readonly atRisk: readonly AtRiskSpan[];
}

/** What health tells of every account, by what was measured, as far back as that goes. */
export async function healthSignsOf(termwise: Termwise): Promise<ReadonlyMap<AccountId, HealthSigns>> {
  const books = await termwise.books();
  const today = termwise.today();
  const policyFor = segmentPolicies(books, today);
  const accounts = accountsOnDay(books, today);
  const { of } = await scoredWeeks(termwise, weeksBack);
  return new Map(
    [...of].map(([accountId, weeks]) => [
      accountId,
      {
        scores: weeks.map(({ week, score }) => ({ on: week, score })),
        atRisk: riskSpans(weeks, policyFor(accounts.get(accountId)?.segment ?? null)),
      },
    ]),
  );
}
