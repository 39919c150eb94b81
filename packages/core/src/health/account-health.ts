import type { HealthComponentId } from "./component.ts";
import { engagementReading } from "./engagement-reading.ts";
import type { HealthCase, HealthInput, MadeReading, ReadComponent } from "./health-case.ts";
import { type HealthModel, modelPolicy } from "./model.ts";
import { normalised } from "./normalised.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import {
  championReading,
  commitmentReading,
  icpReading,
  riskReading,
  trustReading,
} from "./sales-readings.ts";
import { type HealthScore, healthScore } from "./score.ts";
import { sentimentReading } from "./sentiment-reading.ts";
import { supportReading } from "./support-reading.ts";
import { usageReading, utilizationReading } from "./usage-reading.ts";

const readers: Readonly<Record<HealthComponentId, ReadComponent>> = {
  usage: usageReading,
  engagement: engagementReading,
  sentiment: (of) => sentimentReading(of),
  support_load: supportReading,
  icp_fit: icpReading,
  champion_stability: championReading,
  commitment_complexity: commitmentReading,
  trust: trustReading,
  risk: riskReading,
  utilization: utilizationReading,
};

/** A score with the inputs each of its components was read from. */
export interface AccountHealth extends HealthScore {
  readonly inputs: Readonly<Partial<Record<HealthComponentId, readonly HealthInput[]>>>;
  /** From which mean of its inputs on, in per cent, a component was full, where the model is content with less than all. */
  readonly fullAt: Readonly<Partial<Record<HealthComponentId, number>>>;
}

/** What is read of the components a model names. */
export function readComponents(of: HealthCase, components: readonly HealthComponentId[]): MadeReading[] {
  return components.flatMap((component) => readers[component](of) ?? []);
}

/** The health of an account on a day under a model, from what was known of it by then. Term: health-score. */
export function accountHealth(
  of: HealthCase,
  model: HealthModel,
  policy: HealthPolicy = houseHealthPolicy,
): AccountHealth {
  const made = readComponents(
    of,
    model.parts.map(({ component }) => component),
  );
  const fullAt = Object.fromEntries(
    model.parts.flatMap(({ component, fullAt: from }) => (from === undefined ? [] : [[component, from]])),
  ) as AccountHealth["fullAt"];
  const score = healthScore(
    model,
    made.map(({ reading }) => normalised(reading, fullAt[reading.component])),
    of.on,
    modelPolicy(policy, model),
  );
  const inputs = Object.fromEntries(made.map(({ reading, inputs: from }) => [reading.component, from]));
  return { ...score, inputs, fullAt };
}
