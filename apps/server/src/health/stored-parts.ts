import type { AccountHealth, HealthComponentId, HealthInput, ModelVersion } from "@termwise/core/health";
import {
  type Day,
  decimalText,
  type Instant,
  known,
  notKnown,
  type Rational,
  rationalOf,
} from "@termwise/core/kernel";
import type { Measurement } from "@termwise/db";

/** What one component gave to a measurement, as it is stored. */
interface StoredPart {
  readonly component: HealthComponentId;
  readonly weight: number;
  readonly got: number | null;
  readonly of: number | null;
  readonly on: Day | null;
  readonly age: number | null;
  readonly points: string | null;
  readonly reason: string | null;
  readonly inputs: readonly HealthInput[];
  /** From which mean of the inputs on, in per cent, it was full; null: all of it. */
  readonly fullAt: number | null;
}

/** Readings are in whole thousandths and weights whole, so three decimals are exact. */
export const pointsText = (of: Rational): string => decimalText(of, 3);

/** The components of a score as they are stored, and told: each with its reading, its points and what it was read from. */
export const storedPartsOf = (health: AccountHealth): StoredPart[] =>
  health.parts.map(
    ({ component, weight, reading, age, points }): StoredPart => ({
      component,
      weight,
      got: reading?.got ?? null,
      of: reading?.of ?? null,
      on: reading?.on ?? null,
      age,
      points: points.value === null ? null : pointsText(points.value),
      reason: points.reason,
      inputs: health.inputs[component] ?? [],
      fullAt: health.fullAt[component] ?? null,
    }),
  );

/** A score as it is stored of the end of a week. */
export function measurementOf(
  health: AccountHealth,
  {
    accountId,
    version,
    measuredAt,
  }: Pick<Measurement, "accountId" | "measuredAt"> & { version: ModelVersion },
): Measurement {
  const parts = storedPartsOf(health);
  return {
    accountId,
    week: health.on,
    model: version.model.id,
    version: version.version,
    low: pointsText(health.low),
    high: pointsText(health.high),
    measuredAt,
    parts,
  };
}

/** A stored measurement as the score it was. */
export function healthOf({
  week,
  model,
  low,
  high,
  parts,
}: Omit<Measurement, "measuredAt"> & { measuredAt?: Instant }): AccountHealth {
  const stored = parts as readonly StoredPart[];
  const [least, most] = [rationalOf(low), rationalOf(high)];
  return {
    on: week,
    model,
    low: least,
    high: most,
    score: low === high ? known(least) : notKnown(stored.flatMap(({ reason }) => reason ?? []).join(" ")),
    parts: stored.map(({ component, weight, got, of, on, age, points, reason }) => ({
      component,
      weight,
      reading: got === null || of === null || on === null ? null : { component, on, got, of },
      age,
      points: points === null ? notKnown(reason ?? "Not known.") : known(rationalOf(points)),
    })),
    inputs: Object.fromEntries(stored.map(({ component, inputs }) => [component, inputs])),
    fullAt: Object.fromEntries(
      stored.flatMap(({ component, fullAt }) => (fullAt ? [[component, fullAt] as const] : [])),
    ),
  };
}
