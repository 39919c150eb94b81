import {
  type AccountUseReading,
  type HealthCase,
  type HealthPolicy,
  loginsOver,
  scoreText,
  usageLeads,
} from "@termwise/core/health";
import {
  compare,
  type Day,
  daysBetween,
  decimalText,
  epochDay,
  rational,
  sumApart,
} from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import type { ScoredWeek } from "./scored.ts";
import type { HealthWorld } from "./world.ts";

/** What use can be counted in. */
const measures = ["users", "logins", "uses", "features"] as const;
type UseMeasure = (typeof measures)[number];

/** Of a reading longer than this nothing is said of single weeks. */
const longest = 35;

/** A reading that tells of some days of a week: how many, and which is the last of them. */
interface Touching {
  readonly reading: AccountUseReading;
  readonly end: number;
  readonly days: number;
}

function touching(series: readonly AccountUseReading[], week: Day): Touching[] {
  const last = epochDay(week);
  return series.flatMap((reading) => {
    const on = epochDay(reading.on);
    const end = Math.min(on, last);
    const days = end - Math.max(on - reading.days, last - 7);
    return days > 0 && reading.days <= longest ? [{ reading, end, days }] : [];
  });
}

/**
 * What readings tell of a week: of users and features the most; of uses and logins the sum, those of a reading of many days
 * spread over them, and days that two readings tell of counted once.
 */
function readIn(told: readonly Touching[], of: UseMeasure): number | null {
  const known = told.flatMap(({ reading, ...days }) => {
    const value = reading[of];
    return value === null ? [] : [{ ...days, value, share: days.days / reading.days }];
  });
  if (known.length === 0) return null;
  if (of === "users" || of === "features") return Math.max(...known.map(({ value }) => value));
  return Math.round(
    sumApart(known.map(({ end, days, value, share }) => ({ end, days, amount: value * share }))),
  );
}

/**
 * Use of an account week by week: what its readings tell of the seven days up to each end. Where a source that told of the
 * account before is silent of it while others are told of, there was no use; without a source it is unknown.
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
  const long = series.filter(({ days }) => days > longest);
  return ends.map((week) => {
    const own = touching(series, week);
    const { seats, told } = world.caseOn(record, week);
    const spanned = long.some(({ on, days }) => on >= week && daysBetween(week, on) < days);
    const silent = told.useUntil !== null && told.useUntil >= week && !spanned;
    const read = (of: UseMeasure): number | null => {
      const heard = since.get(of);
      // Logins are counted as the score and the red flag count them.
      const known = of === "logins" ? loginsOver(series, week, 7) : readIn(own, of);
      return known ?? (silent && heard && heard <= week ? 0 : null);
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
        usual: decimalText(usual, compare(usual, rational(100n)) < 0 ? 1 : 0),
        /** Per cent. */
        fell: decimalText(fell, 0),
        crossing: crossing && {
          week: crossing.week,
          below: crossing.below,
          score: scoreText(crossing.to.high),
        },
      })),
      unled: told.unled.map(({ week, below, to }) => ({ week, below, score: scoreText(to.high) })),
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
