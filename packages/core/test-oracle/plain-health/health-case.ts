// What components of health were read from before lines were numbers: each line is written as it is found.
import type { HealthComponentId } from "../../src/health/component.ts";
import type { HealthCase, HealthInput } from "../../src/health/health-case.ts";
import type { HealthPolicy } from "../../src/health/policy.ts";
import { type Day, daysBetween, later } from "../../src/kernel/index.ts";

export type { HealthCase, HealthInput, ToldFrom } from "../../src/health/health-case.ts";

/** A line as it is found, before it is judged by its age. `until`: the last day it speaks of, where that is not `on`. */
export interface FoundInput {
  readonly what: string;
  readonly text: string;
  readonly on: Day | null;
  readonly until?: Day;
  readonly share: number | null;
  readonly weight: number;
}

/** A component as it was read, whatever it weighs. */
export interface MadeReading {
  readonly component: HealthComponentId;
  readonly inputs: readonly HealthInput[];
}

/** Reads a component of an account on a day; null where nothing of it could ever be read. */
export type ReadComponent = (of: HealthCase, policy: HealthPolicy) => MadeReading | null;

/** A share in thousandths, between nothing and all of it. */
export const thousandths = (part: number, of: number): number =>
  of <= 0 ? 0 : Math.max(0, Math.min(1000, Math.round((part * 1000) / of)));

/** A line of which nothing is known, and why. `on`: when it was last told of, if ever. */
export const unknownInput = (
  what: string,
  weight: number,
  text: string,
  on: Day | null = null,
): FoundInput => ({
  what,
  text,
  on,
  share: null,
  weight,
});

/** A line that is told and decides nothing, and why. */
export const leftOut = (what: string, text: string, on: Day): FoundInput => ({
  what,
  text,
  on,
  share: null,
  weight: 0,
});

function judged({ what, text, on, until, share, weight }: FoundInput, of: Day, carried: number): HealthInput {
  const age = on === null ? null : daysBetween(later(on, until ?? on), of);
  const counts = age === null ? null : Math.max(0, age);
  const line = { what, text, on, age: counts, weight };
  if (share === null) return { ...line, share, reason: text };
  if (counts === null || counts <= carried) return { ...line, share, reason: null };
  const reason =
    until !== undefined && on !== null && until > on
      ? `${text} on ${on}: it counted until ${until} and for ${carried} days more`
      : `${text}: last told of ${counts} days ago, and it counts for ${carried}`;
  return { ...line, share: null, reason };
}

/** A component made of lines, each of which counts for as many days as the policy says. Null without any. */
export function madeOf(
  component: HealthComponentId,
  on: Day,
  found: readonly FoundInput[],
  { carriedDays }: Pick<HealthPolicy, "carriedDays">,
): MadeReading | null {
  if (!found.some(({ weight }) => weight > 0)) return null;
  return { component, inputs: found.map((input) => judged(input, on, carriedDays)) };
}
