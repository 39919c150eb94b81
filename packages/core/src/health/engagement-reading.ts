import { epochDay } from "../kernel/index.ts";
import { decided, type FoundLine, foundLine, thousandths, unknownLine } from "./found-line.ts";
import type { HealthCase } from "./health-case.ts";
import { loginsLine } from "./logins.ts";
import type { HealthPolicy } from "./policy.ts";
import { repliesLine } from "./replies.ts";
import { type Spoken, useSpoken, whyNoUse } from "./usage-reading.ts";
import { endedBy } from "./use-series.ts";

/** How many features were touched in the readings that speak; null: none of them tells. */
function featuresNow({ series, from, until }: Spoken): number | null {
  let now: number | null = null;
  for (let at = from; at < until; at++) {
    const { features } = series[at]!;
    if (features !== null) now = Math.max(now ?? 0, features);
  }
  return now;
}

/** Features touched, of the most ever touched. */
function featuresLine(of: HealthCase, spoken: Spoken | null): FoundLine {
  const [what, weight] = ["features", 2] as const;
  if (!spoken) return unknownLine(what, whyNoUse(of), weight);
  const { series } = spoken;
  let [most, last] = [0, -1];
  for (let at = endedBy(series, epochDay(of.on)) - 1; at >= 0; at--) {
    const { features } = series[at]!;
    if (features === null) continue;
    most = Math.max(most, features);
    if (last < 0) last = at;
  }
  if (last < 0) return unknownLine(what, "no_source_of_features", weight);
  const now = featuresNow(spoken);
  // A source that tells of the product as a whole alone says nothing of features.
  if (now === null && spoken.until > spoken.from)
    return unknownLine(what, "features_last_told", weight, { on: series[last]!.end });
  const { on } = spoken;
  if (most === 0) return foundLine(what, "no_feature", [], { on, share: 0, weight });
  const share = thousandths(now ?? 0, most);
  return foundLine(what, "features_touched", [now ?? 0, most], { on, share, weight });
}

/**
 * Engagement: features touched of the most ever touched, twice, how logins hold against the days before, and whether the
 * customer answers. What of these is not known keeps its part of the points, unknown.
 */
export function engagementReading(of: HealthCase, policy: HealthPolicy): readonly FoundLine[] | null {
  const spoken = useSpoken(of);
  return decided([featuresLine(of, spoken), loginsLine(of, spoken, policy), repliesLine(of)]);
}
