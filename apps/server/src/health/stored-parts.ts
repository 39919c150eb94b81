import {
  type AccountHealth,
  exact,
  type HealthComponentId,
  type HealthInput,
  healthInWords,
  type MeasuredHealth,
  shareOn,
} from "@termwise/core/health";
import {
  type Day,
  decimalText,
  epochDay,
  type Instant,
  known,
  notKnown,
  type Rational,
  rational,
  rationalOf,
  zero,
} from "@termwise/core/kernel";
import type { Measurement } from "@termwise/db";

/** What one component gave to a measurement, as it is told, and as earlier versions stored it. */
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

/** The components of a score as they are told: each with its reading, its points and what it was read from. */
export const partsTold = (health: AccountHealth): StoredPart[] =>
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

/** A score that is measured for the end of a week, as it is when it is read from the store. */
export function measurementOf(
  health: MeasuredHealth,
  { accountId, version, measuredAt }: Pick<Measurement, "accountId" | "version" | "measuredAt">,
): Measurement {
  const [low, high] = [exact(health.low), exact(health.high)].map(pointsText);
  const told = { accountId, week: health.on, model: health.model, version, measuredAt };
  return { ...told, low: low ?? "", high: high ?? "", health, parts: [] };
}

const inputOf = (input: EarlierPart["inputs"][number]): HealthInput => ({
  age: null,
  reason: null,
  ...input,
});

/** Of a line what other weights make something of. */
type ReadLines = Pick<HealthInput, "share" | "weight">;

/** What a stored measurement was read from, component by component; null of one made before lines were told of. */
export function readingsKept({
  health,
  parts,
}: Pick<Measurement, "health" | "parts">):
  | readonly { readonly component: HealthComponentId; readonly inputs: readonly ReadLines[] }[]
  | null {
  if (health) {
    const at = epochDay(health.on);
    return health.parts.map(({ component, lines }) => ({
      component,
      inputs: (lines ?? []).map((line) => ({
        share: shareOn(line, at, health.carriedDays),
        weight: line.weight,
      })),
    }));
  }
  const stored = parts as readonly (StoredPart | EarlierPart)[];
  return stored.every((part): part is StoredPart => "low" in part) ? stored : null;
}

/** A stored measurement as the score it was. */
export function healthOf(
  measured: Omit<Measurement, "measuredAt"> & { measuredAt?: Instant },
): AccountHealth {
  return measured.health ? healthInWords(measured.health) : earlierHealth(measured);
}

/** A measurement of an earlier version, which stored the words it told. */
function earlierHealth({
  week,
  model,
  low,
  high,
  parts,
}: Pick<Measurement, "week" | "model" | "low" | "high" | "parts">): AccountHealth {
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
