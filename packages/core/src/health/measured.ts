import { type Day, epochDay } from "../kernel/index.ts";
import { type HealthComponentId, healthComponents } from "./component.ts";
import { engagementReading } from "./engagement-reading.ts";
import { type FoundLine, shareOn } from "./found-line.ts";
import type { HealthCase, ReadComponent } from "./health-case.ts";
import { endsOfLines } from "./lines.ts";
import { type HealthModel, modelPolicy } from "./model.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
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

/** What a component of a model was read from on a day, and the thousandths of a point it gave at least and at most. */
export interface MeasuredPart {
  readonly component: HealthComponentId;
  readonly weight: number;
  readonly fullAt: number | undefined;
  /** Null: nothing of it could ever be read. */
  readonly lines: readonly FoundLine[] | null;
  readonly low: number;
  readonly high: number;
}

/** A health score as whole numbers: what was read of the account, and what it came to, in thousandths of a point. */
export interface MeasuredHealth {
  readonly on: Day;
  /** The id of the model. */
  readonly model: string;
  /** For how many days readings counted. */
  readonly carriedDays: number;
  readonly parts: readonly MeasuredPart[];
  readonly low: number;
  readonly high: number;
}

/** What a component gives at least and at most, of lines that were found. Unit: thousandths of a point. */
function endsOf(
  { component, weight, fullAt }: HealthModel["parts"][number],
  lines: readonly FoundLine[],
  { at, carriedDays }: { readonly at: number; readonly carriedDays: number },
) {
  const { inverted } = healthComponents[component];
  const judged = lines.map((line) => {
    const share = shareOn(line, at, carriedDays);
    return share === line.share ? line : { share, weight: line.weight };
  });
  return endsOfLines({ weight, inverted, fullAt }, judged);
}

/** The health under a model that lines which were found come to, whatever they were read for. Term: health-score. */
export function healthOfLines(
  linesOf: (component: HealthComponentId) => readonly FoundLine[] | null,
  { id, parts: of }: Pick<HealthModel, "id" | "parts">,
  { on, carriedDays }: Pick<MeasuredHealth, "on" | "carriedDays">,
): MeasuredHealth {
  const day = { at: epochDay(on), carriedDays };
  let [low, high] = [0, 0];
  const parts = of.map((part): MeasuredPart => {
    const { component, weight, fullAt } = part;
    const lines = linesOf(component);
    const ends = lines ? endsOf(part, lines, day) : { low: 0, high: weight * 1000 };
    low += ends.low;
    high += ends.high;
    return { component, weight, fullAt, lines, low: ends.low, high: ends.high };
  });
  return { on, model: id, carriedDays, parts, low, high };
}

/**
 * The health of an account on a day under a model as whole numbers, from what was known of it by then: what is stored of a
 * week. Term: health-score. Unit: thousandths of a point.
 */
export function measureHealth(
  of: HealthCase,
  model: HealthModel,
  policy: HealthPolicy = houseHealthPolicy,
): MeasuredHealth {
  const own = modelPolicy(policy, model);
  const { carriedDays } = own;
  return healthOfLines((component) => readers[component](of, own), model, { on: of.on, carriedDays });
}
