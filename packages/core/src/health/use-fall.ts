import { addDays, type Day, epochDay } from "../kernel/index.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { type AccountUseReading, endedBy } from "./use-series.ts";

/** Over how many days use is held against as many before. */
const length = 14;

/** Use that fell: what it was in the days before and in the last ones, and by how many whole per cent. */
export interface UseFell {
  /** The last day of the last ones. */
  readonly on: Day;
  readonly days: number;
  readonly before: number;
  readonly after: number;
  readonly percent: number;
}

/** Uses in the days up to one; those of a reading that reaches further back are spread over its days. Null: nothing tells of them. */
function usesIn(series: readonly AccountUseReading[], to: Day): number | null {
  const last = epochDay(to);
  const from = last - length;
  let [sum, told] = [0, false];
  for (const { end, days, uses } of series.slice(endedBy(series, from), endedBy(series, last))) {
    if (uses === null || days > length) continue;
    told = true;
    sum += (uses * Math.min(days, end - from)) / days;
  }
  return told ? Math.round(sum) : null;
}

/**
 * Whether use of an account fell by `useFallPercent` or more in the 14 days up to one, against the 14 before; null where it
 * did not, or where nothing tells. `until`: the last day any use is told of, from which on silence is none. Unit: uses.
 */
export function useFell(
  series: readonly AccountUseReading[],
  until: Day,
  policy: Pick<HealthPolicy, "useFallPercent"> = houseHealthPolicy,
): UseFell | null {
  const before = usesIn(series, addDays(until, -length));
  if (before === null || before === 0) return null;
  const after = usesIn(series, until) ?? 0;
  const percent = Math.floor(((before - after) * 100) / before);
  return percent >= policy.useFallPercent ? { on: until, days: length, before, after, percent } : null;
}
