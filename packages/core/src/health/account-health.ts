import { addDays, compare, type Day, epochDay, known, notKnown } from "../kernel/index.ts";
import { type HealthComponentId, healthComponents } from "./component.ts";
import type { HealthCase, HealthInput } from "./health-case.ts";
import { inWords } from "./in-words.ts";
import { exact } from "./lines.ts";
import { type MeasuredHealth, type MeasuredPart, measureHealth } from "./measured.ts";
import type { HealthModel } from "./model.ts";
import { normalised } from "./normalised.ts";
import { type HealthPolicy, houseHealthPolicy } from "./policy.ts";
import { type HealthPoints, type HealthReading, type HealthScore, scoreOf } from "./score.ts";

/** A score with the lines each of its components was read from. */
export interface AccountHealth extends HealthScore {
  readonly inputs: Readonly<Partial<Record<HealthComponentId, readonly HealthInput[]>>>;
  /** From which mean of its inputs on, in per cent, a component was full, where the model is content with less than all. */
  readonly fullAt: Readonly<Partial<Record<HealthComponentId, number>>>;
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
  carriedDays: number,
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

/** What a component gave to a score. */
function pointsOf(
  { component, weight, fullAt, low, high }: MeasuredPart,
  inputs: readonly HealthInput[] | null,
  { on, carriedDays }: Pick<MeasuredHealth, "on" | "carriedDays">,
): HealthPoints {
  const [least, most] = [exact(low), exact(high)];
  const ends = { component, weight, low: least, high: most };
  if (inputs === null) {
    const points = notKnown(`${healthComponents[component].name} was never read.`);
    return { ...ends, reading: null, age: null, points };
  }
  const reason = whyUnknown(component, inputs, carriedDays);
  const points = reason === null || compare(least, most) === 0 ? known(least) : notKnown(reason);
  return { ...ends, ...readingOf(component, inputs, { on, fullAt }), points };
}

/** A measurement as somebody reads it: every number in words, and why what is not known is not. Term: health-score. */
export function healthInWords(of: MeasuredHealth): AccountHealth {
  const at = epochDay(of.on);
  const told = of.parts.map((part) => {
    const inputs = part.lines?.map((line) => inWords(line, at, of.carriedDays)) ?? null;
    return { part, inputs, points: pointsOf(part, inputs, of) };
  });
  const inputs = Object.fromEntries(
    told.flatMap(({ part, inputs: own }) => (own ? [[part.component, own]] : [])),
  );
  const fullAt = Object.fromEntries(
    of.parts.flatMap(({ component, fullAt: from }) => (from === undefined ? [] : [[component, from]])),
  );
  const parts = told.map(({ points }) => points);
  const ends = { low: exact(of.low), high: exact(of.high) };
  return { ...scoreOf({ id: of.model }, parts, of.on, ends), inputs, fullAt };
}

/** The health of an account on a day under a model, from what was known of it by then. Term: health-score. */
export function accountHealth(
  of: HealthCase,
  model: HealthModel,
  policy: HealthPolicy = houseHealthPolicy,
): AccountHealth {
  return healthInWords(measureHealth(of, model, policy));
}
