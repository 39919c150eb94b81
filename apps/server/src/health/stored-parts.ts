import {
  type AccountHealth,
  type HealthComponentId,
  type HealthInput,
  healthComponents,
  linePoints,
  type ModelVersion,
} from "@termwise/core/health";
import {
  type Day,
  decimalText,
  type Instant,
  known,
  notKnown,
  type Rational,
  rational,
  rationalOf,
  zero,
} from "@termwise/core/kernel";
import type { Measurement } from "@termwise/db";

/** What one component gave to a measurement, as it is stored. */
interface StoredPart {
  readonly component: HealthComponentId;
  readonly weight: number;
  /** What its known lines come to, of `of`. */
  readonly got: number | null;
  readonly of: number | null;
  readonly on: Day | null;
  readonly age: number | null;
  readonly low: string;
  readonly high: string;
  /** Its points where all of it is known. */
  readonly points: string | null;
  readonly reason: string | null;
  readonly inputs: readonly HealthInput[];
  /** From which mean of the inputs on, in per cent, it was full; null: all of it. */
  readonly fullAt: number | null;
}

/** A part as measurements before lines were told of have it: known whole, or not at all. */
type EarlierPart = Omit<StoredPart, "low" | "high" | "inputs"> & {
  readonly inputs: readonly Omit<HealthInput, "age" | "reason">[];
};

/** Lines are in whole thousandths of a point, so three decimals are exact. */
export const pointsText = (of: Rational): string => decimalText(of, 3);

/** The components of a score as they are stored, and told: each with its reading, its points and what it was read from. */
export const storedPartsOf = (health: AccountHealth): StoredPart[] =>
  health.parts.map(
    ({ component, weight, reading, age, low, high, points }): StoredPart => ({
      component,
      weight,
      got: reading?.got ?? null,
      of: reading?.of ?? null,
      on: reading?.on ?? null,
      age,
      low: pointsText(low),
      high: pointsText(high),
      points: points.value === null ? null : pointsText(points.value),
      reason: points.reason,
      inputs: health.inputs[component] ?? [],
      fullAt: health.fullAt[component] ?? null,
    }),
  );

/**
 * How a line was treated: it counts, it counts although it is some days old, its points are
 * unknown, it decides none, or it is what a model adds that is content with less than all.
 */
type LineTreatment = "counted" | "carried" | "unknown" | "left_out" | "scaled";

const treatmentOf = ({ what, share, weight, age }: HealthInput): LineTreatment => {
  if (what === "full_at") return "scaled";
  if (weight === 0) return "left_out";
  if (share === null) return "unknown";
  return (age ?? 0) > 0 ? "carried" : "counted";
};

/**
 * The lines of a component as they are told: what each can give, and gives at least and at most, which add up to the points
 * of the component; without points where it was measured before lines were told of, and they do not.
 */
export function linesTold(component: HealthComponentId, weight: number, of: AccountHealth) {
  const inputs = of.inputs[component] ?? [];
  const part = of.parts.find((one) => one.component === component);
  const { inverted } = healthComponents[component];
  const lines = linePoints({ weight, inverted, fullAt: of.fullAt[component] }, inputs);
  const sum = (end: "low" | "high") =>
    pointsText(
      rational(
        lines.reduce((all, line) => all + milli(line[end]), 0n),
        1000n,
      ),
    );
  const adds = part && sum("low") === pointsText(part.low) && sum("high") === pointsText(part.high);
  return lines.map(({ full, low, high, ...input }) => ({
    ...input,
    treatment: treatmentOf(input),
    full: adds ? pointsText(full) : null,
    low: adds ? pointsText(low) : null,
    high: adds ? pointsText(high) : null,
  }));
}

const milli = ({ n, d }: Rational): bigint => (n * 1000n) / d;

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

const inputOf = (input: EarlierPart["inputs"][number]): HealthInput => ({
  age: null,
  reason: null,
  ...input,
});

/** What a stored measurement was read from, component by component; null of one made before lines were told of. */
export function readingsKept({ parts }: Pick<Measurement, "parts">): readonly StoredPart[] | null {
  const stored = parts as readonly (StoredPart | EarlierPart)[];
  return stored.every((part): part is StoredPart => "low" in part) ? stored : null;
}

/** A stored measurement as the score it was. */
export function healthOf({
  week,
  model,
  low,
  high,
  parts,
}: Omit<Measurement, "measuredAt"> & { measuredAt?: Instant }): AccountHealth {
  const stored = parts as readonly (StoredPart | EarlierPart)[];
  const [least, most] = [rationalOf(low), rationalOf(high)];
  return {
    on: week,
    model,
    low: least,
    high: most,
    score: low === high ? known(least) : notKnown(stored.flatMap(({ reason }) => reason ?? []).join(" ")),
    parts: stored.map((part) => {
      const { component, weight, got, of, on, age, points, reason } = part;
      const value = points === null ? null : rationalOf(points);
      return {
        component,
        weight,
        reading: got === null || of === null || on === null ? null : { component, on, got, of },
        age,
        low: "low" in part ? rationalOf(part.low) : (value ?? zero),
        high: "high" in part ? rationalOf(part.high) : (value ?? rational(BigInt(weight))),
        points: value === null ? notKnown(reason ?? "Not known.") : known(value),
      };
    }),
    inputs: Object.fromEntries(stored.map(({ component, inputs }) => [component, inputs.map(inputOf)])),
    fullAt: Object.fromEntries(
      stored.flatMap(({ component, fullAt }) => (fullAt ? [[component, fullAt] as const] : [])),
    ),
  };
}
