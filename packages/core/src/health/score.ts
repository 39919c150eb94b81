import { z } from "zod";
import {
  compare,
  Day,
  daysBetween,
  decimalText,
  type Known,
  known,
  minus,
  notKnown,
  plus,
  type Rational,
  rational,
  times,
  zero,
} from "../kernel/index.ts";
import { type HealthComponentId, healthComponents } from "./component.ts";
import type { HealthModel } from "./model.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";

/** A reading of a component on a day: `got` of `of`, such as 30 of 40. What is read is in the component. */
export const HealthReading = z
  .strictObject({
    component: z.enum(Object.keys(healthComponents) as HealthComponentId[]),
    on: Day,
    got: z.int().min(0).max(1_000_000),
    of: z.int().min(1).max(1_000_000),
  })
  .refine(({ got, of }) => got <= of, { path: ["got"], message: "is more than there is to get" });
/** A reading of a component. */
export type HealthReading = z.infer<typeof HealthReading>;

/** What a component gave to a score: its points with the reading they come from, or why there are none. */
export interface HealthPoints {
  readonly component: HealthComponentId;
  readonly weight: number;
  /** The latest reading there was; of one made of lines, what those that are known come to. */
  readonly reading: HealthReading | null;
  /** How many days old the reading is: its oldest line that counts. */
  readonly age: number | null;
  /** Its points if all of it that is not known gave none. */
  readonly low: Rational;
  /** Its points if all of it that is not known gave full points. */
  readonly high: Rational;
  /** Its points where all of it is known. */
  readonly points: Known<Rational>;
}

/** A score with what it is made of. `low` and `high` are the same where all of it was read in time. */
export interface HealthScore {
  readonly on: Day;
  readonly model: string;
  readonly parts: readonly HealthPoints[];
  /** The score if all that is not known were 0 points. */
  readonly low: Rational;
  /** The score if all that is not known were full points. */
  readonly high: Rational;
  readonly score: Known<Rational>;
}

/** A score in words: a number with one decimal at most, halves up. Thresholds are held against exactly this number. */
export const scoreText = (of: Rational): string => decimalText(of, 1).replace(/\.0$/, "");

const whole = (of: number) => rational(BigInt(of));

function pointsOf(
  component: HealthComponentId,
  weight: number,
  reading: HealthReading | undefined,
  on: Day,
  policy: HealthPolicy,
): HealthPoints {
  const name = healthComponents[component].name;
  const open = { component, weight, low: zero, high: whole(weight) };
  if (!reading) return { ...open, reading: null, age: null, points: notKnown(`${name} was never read.`) };
  const age = daysBetween(reading.on, on);
  if (age > policy.carriedDays) {
    const reason = `${name} was last read ${age} days ago; a reading counts for ${policy.carriedDays}.`;
    return { ...open, reading, age, points: notKnown(reason) };
  }
  const share = rational(BigInt(reading.got), BigInt(reading.of));
  const counted = healthComponents[component].inverted ? minus(whole(1), share) : share;
  const points = times(counted, whole(weight));
  return { component, weight, reading, age, low: points, high: points, points: known(points) };
}

/** The ends of a score: the sums of those of its parts. */
const endsOf = (parts: readonly HealthPoints[]) => ({
  low: parts.reduce((sum, part) => plus(sum, part.low), zero),
  high: parts.reduce((sum, part) => plus(sum, part.high), zero),
});

/** The score that the parts of a model come to on a day, or came to when they were stored. Term: health-score. */
export function scoreOf(
  { id: model }: Pick<HealthModel, "id">,
  parts: readonly HealthPoints[],
  on: Day,
  { low, high }: Pick<HealthScore, "low" | "high"> = endsOf(parts),
): HealthScore {
  const missing = parts.flatMap(({ points }) => points.reason ?? []);
  const score =
    compare(low, high) === 0
      ? known(low)
      : notKnown(`Between ${scoreText(low)} and ${scoreText(high)}: ${missing.join(" ")}`);
  return { on, model, parts, low, high, score };
}

/**
 * The health score of an account on a day: the points of the model's components added up. The latest reading of a
 * component counts for `carriedDays`; after that its points are unknown, which makes the score a range from `low` to
 * `high`: what is missing is neither 0 nor left out of the weights. Term: health-score. Unit: points of 100.
 */
export function healthScore(
  model: HealthModel,
  readings: readonly HealthReading[],
  on: Day,
  policy: HealthPolicy = houseHealthPolicy,
): HealthScore {
  const latest = (component: HealthComponentId) =>
    readings
      .filter((reading) => reading.component === component && reading.on <= on)
      .reduce<HealthReading | undefined>((best, one) => (best && best.on > one.on ? best : one), undefined);
  const parts = model.parts.map(({ component, weight }) =>
    pointsOf(component, weight, latest(component), on, policy),
  );
  return scoreOf(model, parts, on);
}
