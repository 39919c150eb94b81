import { openFlagsOn, riskScore, useFell, useSeries } from "@termwise/core/health";
import { type Day, known, over, plus, rational, rationalOf, round } from "@termwise/core/kernel";
import type { CustomerRecord, HouseRules } from "@termwise/core/people";
import type { QueueHealth } from "@termwise/core/work";
import type { Standing } from "../health/list-health.ts";

/** The last day up to one that a reading of use of anybody ends on; null: none does. */
const usedUntil = ({ readings }: HouseRules, on: Day): Day | null =>
  readings?.days.findLast((day) => day <= on) ?? null;

/** The risk of a customer in hundredths (term `risk-score`), of a score between two ends that of their middle. */
function riskOf({ low, high }: Standing, openFlags: number): bigint | null {
  if (low === null || high === null) return null;
  const middle = over(plus(rationalOf(low), rationalOf(high)), rational(2n));
  const { value } = riskScore(known(middle), openFlags);
  return value === null ? null : round(value);
}

/** What the queue reads of the health of a customer on a day. */
export function queueHealth(
  record: CustomerRecord,
  standing: Standing | undefined,
  { rules, on }: { rules: HouseRules; on: Day },
): QueueHealth | null {
  if (standing === undefined) return null;
  const { low, high, score, atRiskSince } = standing;
  const flags = openFlagsOn(record, on).map(({ fact: { entryId, effectiveOn, entry } }) => ({
    entryId,
    on: effectiveOn,
    title: entry.title,
  }));
  const until = usedUntil(rules, on);
  return {
    score: score ?? (low === null || high === null ? null : `${low} to ${high}`),
    risk: riskOf(standing, flags.length),
    atRiskSince,
    flags,
    fell: until === null ? null : useFell(useSeries(record.usage), until),
  };
}
