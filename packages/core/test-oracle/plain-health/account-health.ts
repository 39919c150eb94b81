import type { AccountHealth } from "../../src/health/account-health.ts";
import { type HealthComponentId, healthComponents } from "../../src/health/component.ts";
import { type HealthModel, modelPolicy } from "../../src/health/model.ts";
import { normalised } from "../../src/health/normalised.ts";
import { type HealthPolicy, houseHealthPolicy } from "../../src/health/policy.ts";
import { type HealthPoints, type HealthReading, scoreOf } from "../../src/health/score.ts";
import { addDays, compare, type Day, known, notKnown, rational, zero } from "../../src/kernel/index.ts";
import { engagementReading } from "./engagement-reading.ts";
import type { HealthCase, HealthInput, MadeReading, ReadComponent } from "./health-case.ts";
import { pointsOfLines } from "./lines.ts";
import {
  championReading,
  commitmentReading,
  icpReading,
  riskReading,
  trustReading,
} from "./sales-readings.ts";
import { sentimentReading } from "./sentiment-reading.ts";
import { supportReading } from "./support-reading.ts";
import { usageReading, utilizationReading } from "./usage-reading.ts";

const readers: Readonly<Record<HealthComponentId, ReadComponent>> = {
  usage: usageReading,
  engagement: engagementReading,
  sentiment: (of, policy) => sentimentReading(of, policy),
  support_load: supportReading,
  icp_fit: icpReading,
  champion_stability: championReading,
  commitment_complexity: commitmentReading,
  trust: trustReading,
  risk: riskReading,
  utilization: utilizationReading,
};

/** What is read of the components a model names. */
function readComponents(
  of: HealthCase,
  components: readonly HealthComponentId[],
  policy: HealthPolicy = houseHealthPolicy,
): MadeReading[] {
  return components.flatMap((component) => readers[component](of, policy) ?? []);
}

/** What the known lines of a component come to, in thousandths of all of them, as of the day of the oldest of them. */
function readingOf(
  component: HealthComponentId,
  inputs: readonly HealthInput[],
  { on, fullAt }: { readonly on: Day; readonly fullAt: number | undefined },
) {
  const counted = inputs.filter(({ weight }) => weight > 0);
  const of = counted.reduce((sum, { weight }) => sum + weight, 0);
  const told = counted.filter(({ share }) => share !== null);
  if (told.length === 0) return { reading: null, age: null };
  const age = told.reduce((oldest, input) => Math.max(oldest, input.age ?? 0), 0);
  const got = Math.round(told.reduce((sum, { share, weight }) => sum + (share ?? 0) * weight, 0) / of);
  const reading: HealthReading = { component, on: addDays(on, -age), got, of: 1000 };
  return { reading: normalised(reading, fullAt), age };
}

/** Why some points of a component are not known; null where all of them are. */
function whyUnknown(
  component: HealthComponentId,
  inputs: readonly HealthInput[],
  { carriedDays }: HealthPolicy,
): string | null {
  const { name } = healthComponents[component];
  const counted = inputs.filter(({ weight }) => weight > 0);
  const missing = counted.filter(({ share }) => share === null);
  if (missing.length === 0) return null;
  const ages = missing.flatMap(({ age }) => age ?? []);
  if (missing.length === counted.length && ages.length === counted.length) {
    return `${name} was last read ${Math.min(...ages)} days ago; a reading counts for ${carriedDays}.`;
  }
  return `${name}: ${[...new Set(missing.map(({ reason }) => reason))].join("; ")}.`;
}

/** What a component that was read gives to a score. */
function madePoints(
  { component, weight, fullAt }: HealthModel["parts"][number],
  made: MadeReading | undefined,
  { on, policy }: { readonly on: Day; readonly policy: HealthPolicy },
): HealthPoints {
  const { name, inverted } = healthComponents[component];
  if (!made) {
    const points = notKnown(`${name} was never read.`);
    return { component, weight, reading: null, age: null, low: zero, high: rational(BigInt(weight)), points };
  }
  const { inputs } = made;
  const { low, high } = pointsOfLines({ weight, inverted, fullAt }, inputs);
  const reason = whyUnknown(component, inputs, policy);
  const points = reason === null || compare(low, high) === 0 ? known(low) : notKnown(reason);
  return { component, weight, ...readingOf(component, inputs, { on, fullAt }), low, high, points };
}

/** The health under a model that components which were read come to, whatever they were read for. Term: health-score. */
function healthOfReadings(
  made: readonly MadeReading[],
  model: HealthModel,
  on: Day,
  policy: HealthPolicy = houseHealthPolicy,
): AccountHealth {
  const read = new Map(made.map((one) => [one.component, one]));
  const parts = model.parts.map((part) => madePoints(part, read.get(part.component), { on, policy }));
  const inputs = Object.fromEntries(
    parts.flatMap(({ component }) => {
      const of = read.get(component);
      return of ? [[component, of.inputs]] : [];
    }),
  );
  const fullAt = Object.fromEntries(
    model.parts.flatMap(({ component, fullAt: from }) => (from === undefined ? [] : [[component, from]])),
  ) as AccountHealth["fullAt"];
  return { ...scoreOf(model, parts, on), inputs, fullAt };
}

/** The health of an account on a day under a model, from what was known of it by then. Term: health-score. */
export function plainHealth(
  of: HealthCase,
  model: HealthModel,
  policy: HealthPolicy = houseHealthPolicy,
): AccountHealth {
  const own = modelPolicy(policy, model);
  const components = model.parts.map(({ component }) => component);
  return healthOfReadings(readComponents(of, components, own), model, of.on, own);
}
