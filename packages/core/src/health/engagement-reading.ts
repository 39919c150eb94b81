import { addDays } from "../kernel/index.ts";
import { responses, touchesOn } from "../people/index.ts";
import { type HealthCase, type HealthInput, type MadeReading, madeOf, thousandths } from "./health-case.ts";
import { loginsAround, useSpoken, useWindow } from "./usage-reading.ts";
import { upTo } from "./use-series.ts";

/** How many days back touchpoints count as engagement. */
const touchWindow = 60;

/**
 * Engagement: features touched of the most ever touched, how logins hold against the four weeks before, and whether the
 * customer answers. Of these three, those that are known count.
 */
export function engagementReading(of: HealthCase): MadeReading | null {
  const { record, series, on } = of;
  const spoken = useSpoken(of);
  const inputs: HealthInput[] = [];
  if (spoken) {
    const known = series.slice(0, upTo(series, on));
    const most = known.reduce((sofar, { features }) => Math.max(sofar, features ?? 0), 0);
    const now = Math.max(0, ...spoken.readings.map(({ features }) => features ?? 0));
    // A source that tells of the product as a whole alone says nothing of features.
    const told = spoken.readings.length === 0 || spoken.readings.some(({ features }) => features !== null);
    if (most > 0 && told)
      inputs.push({
        what: "features",
        text: `${now} features touched; at its widest it was ${most}`,
        on: spoken.on,
        share: thousandths(now, most),
        weight: 2,
      });
    const logins = loginsAround(series, spoken.on, useWindow);
    if (logins && logins.before > 0)
      inputs.push({
        what: "logins",
        text: `${logins.after} logins in four weeks, ${logins.before} in the four before`,
        on: spoken.on,
        share: thousandths(logins.after, logins.before),
        weight: 1,
      });
  }
  const touches = touchesOn(record, on);
  const recent = touches.filter(({ effectiveOn }) => effectiveOn > addDays(on, -touchWindow));
  if (touches.length > 0) {
    const { ours, theirs } = responses(recent);
    const met = recent.some(
      ({ entry }) => entry.direction === null || ["call", "meeting"].includes(entry.type),
    );
    const share = theirs > 0 || met ? 1000 : ours > 0 ? 0 : 300;
    inputs.push({
      what: "replies",
      text:
        recent.length === 0
          ? "No contact in sixty days"
          : `${theirs} times in touch from their side and ${ours} from ours in sixty days`,
      on,
      share,
      weight: 1,
    });
  }
  // What people put on record alone says little of a product nobody is known to use.
  return spoken ? madeOf("engagement", spoken.on, inputs) : null;
}
