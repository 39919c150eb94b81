import type { HealthPolicy } from "../../src/health/policy.ts";
import { endedBy } from "../../src/health/use-series.ts";
import { epochDay } from "../../src/kernel/index.ts";
import {
  type FoundInput,
  type HealthCase,
  type MadeReading,
  madeOf,
  thousandths,
  unknownInput,
} from "./health-case.ts";
import { loginsInput } from "./logins.ts";
import { repliesInput } from "./replies.ts";
import { useSpoken, useWindow, whyNoUse } from "./usage-reading.ts";

/** Features touched, of the most ever touched. */
function featuresInput(of: HealthCase): FoundInput {
  const [what, weight] = ["features", 2];
  const spoken = useSpoken(of);
  if (!spoken) return unknownInput(what, weight, whyNoUse(of));
  const known = of.series.slice(0, endedBy(of.series, epochDay(of.on)));
  const most = known.reduce((sofar, { features }) => Math.max(sofar, features ?? 0), 0);
  const last = known.findLast(({ features }) => features !== null);
  if (!last) return unknownInput(what, weight, "No source tells which features are used");
  // A source that tells of the product as a whole alone says nothing of features.
  const told = spoken.readings.length === 0 || spoken.readings.some(({ features }) => features !== null);
  if (!told) return unknownInput(what, weight, `Features were last told of on ${last.on}`, last.on);
  const now = Math.max(0, ...spoken.readings.map(({ features }) => features ?? 0));
  if (most === 0) return { what, text: "No feature was ever touched", on: spoken.on, share: 0, weight };
  const text = `${now} ${now === 1 ? "feature" : "features"} touched in the ${useWindow} days to ${spoken.on}; at its widest it was ${most}`;
  return { what, text, on: spoken.on, share: thousandths(now, most), weight };
}

/**
 * Engagement: features touched of the most ever touched, twice, how logins hold against the days before, and whether the
 * customer answers. What of these is not known keeps its part of the points, unknown.
 */
export function engagementReading(of: HealthCase, policy: HealthPolicy): MadeReading | null {
  const found = [featuresInput(of), loginsInput(of, policy), repliesInput(of)];
  return madeOf("engagement", of.on, found, policy);
}
