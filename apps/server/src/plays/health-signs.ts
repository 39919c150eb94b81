import { type AtRiskSpan, atRisk } from "@termwise/core/health";
import { type AccountId, addDays, type Rational, rational } from "@termwise/core/kernel";
import type { ScoredDay } from "@termwise/core/plays";
import { loadScores, type MeasuredScore } from "@termwise/db";
import type { Termwise } from "../termwise.ts";

/** What health tells of an account: its weekly scores in their order, and when it was at risk. */
export interface HealthSigns {
  readonly scores: readonly ScoredDay[];
  readonly atRisk: readonly AtRiskSpan[];
}

/** Days of scores that triggers look back on: two years, and the weeks it takes to be at risk. */
const daysBack = 760;

/** Points with three decimals, exactly. */
const points = (text: string): Rational => {
  const [whole = "0", part = ""] = text.split(".");
  return rational(BigInt(whole + part.padEnd(3, "0").slice(0, 3)), 1_000n);
};

/** What health tells of every account, by what was measured; of a week that was measured again the last counts. */
export async function healthSignsOf(termwise: Termwise): Promise<ReadonlyMap<AccountId, HealthSigns>> {
  const today = termwise.today();
  const measured = await termwise.read((tx) =>
    loadScores(tx, { from: addDays(today, -daysBack), to: today }),
  );
  const byAccount = new Map<AccountId, Map<string, MeasuredScore>>();
  for (const one of measured) {
    const weeks = byAccount.get(one.accountId) ?? new Map<string, MeasuredScore>();
    byAccount.set(one.accountId, weeks.set(one.week, one));
  }
  return new Map(
    [...byAccount].map(([accountId, weeks]) => {
      const scores = [...weeks.values()].map(({ week, low, high }) => ({
        on: week,
        score: { low: points(low), high: points(high) },
      }));
      const spans = atRisk(scores.map(({ on, score }) => ({ week: on, score })));
      return [accountId, { scores, atRisk: spans }];
    }),
  );
}
