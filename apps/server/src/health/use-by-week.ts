import {
  type AccountUseReading,
  type HealthCase,
  type HealthPolicy,
  loginsOver,
  usageLeads,
} from "@termwise/core/health";
import { addDays, type Day, daysBetween, decimalText } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { ScoredWeek } from "./scored.ts";
import { pointsText } from "./stored-parts.ts";
import type { HealthWorld } from "./world.ts";

/** What use can be counted in. */
const measures = ["users", "logins", "uses", "features"] as const;
type UseMeasure = (typeof measures)[number];

/** How the readings of a week come to one number: of users and features the most, of everything else the sum. */
const together: Readonly<Record<UseMeasure, (a: number, b: number) => number>> = {
  users: (a, b) => Math.max(a, b),
  features: (a, b) => Math.max(a, b),
  logins: (a, b) => a + b,
  uses: (a, b) => a + b,
};

/** Whether the days to the end of a week are told of by a reading longer than a week, which says nothing of the week itself. */
const spanned = (series: readonly AccountUseReading[], week: Day): boolean =>
  series.some(({ on, days }) => days > 7 && on >= week && daysBetween(week, on) < days);

/**
 * Use of an account week by week: what its readings come to in the seven days up to each end. Where a source that told of
 * the account before is silent of it while others are told of, there was no use; without a source it is unknown.
 */
export function useByWeek(
  record: CustomerRecord,
  ends: readonly Day[],
  world: {
    seriesOf: HealthWorld["seriesOf"];
    caseOn(record: CustomerRecord, on: Day): Pick<HealthCase, "seats" | "told">;
  },
) {
  const series = world.seriesOf(record);
  const first = (of: UseMeasure) => series.find((one) => one[of] !== null)?.on ?? null;
  const since = new Map(measures.map((of) => [of, first(of)]));
  return ends.map((week) => {
    const own = series.filter(({ on }) => on > addDays(week, -7) && on <= week);
    const { seats, told } = world.caseOn(record, week);
    const silent = told.useUntil !== null && told.useUntil >= week && !spanned(series, week);
    const read = (of: UseMeasure): number | null => {
      // Logins are counted as the score and the red flag count them.
      const known =
        of === "logins" ? [loginsOver(series, week, 7) ?? []].flat() : own.flatMap((one) => one[of] ?? []);
      const heard = since.get(of);
      if (known.length === 0) return silent && heard && heard <= week ? 0 : null;
      return known.reduce(together[of]);
    };
    return {
      week,
      users: read("users"),
      seats,
      uses: read("uses"),
      logins: read("logins"),
      features: read("features"),
    };
  });
}

/** What of use fell before what of health, whichever way use is counted. */
export function leadsOf(
  use: ReturnType<typeof useByWeek>,
  scores: readonly ScoredWeek[],
  policy: HealthPolicy,
) {
  const of = (measure: UseMeasure) => {
    const told = usageLeads(
      use.map((one) => ({ week: one.week, use: one[measure] })),
      scores,
      policy,
    );
    return {
      falls: told.falls.map(({ usual, fell, crossing, ...fall }) => ({
        ...fall,
        usual: decimalText(usual, 1),
        /** Per cent. */
        fell: decimalText(fell, 0),
        crossing: crossing && {
          week: crossing.week,
          below: crossing.below,
          score: pointsText(crossing.to.high),
        },
      })),
      unled: told.unled.map(({ week, below, to }) => ({ week, below, score: pointsText(to.high) })),
      median: told.median.value === null ? null : decimalText(told.median.value, 1),
    };
  };
  return {
    fallPercent: policy.useFallPercent,
    withinWeeks: policy.leadWeeks,
    users: of("users"),
    logins: of("logins"),
    uses: of("uses"),
    features: of("features"),
  };
}
