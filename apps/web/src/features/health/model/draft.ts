import type { Inputs } from "../../../lib/trpc.ts";
import type { Models } from "../health.ts";
import { partsOf, sumOf, type Weights, weightFault, weightsOf } from "./weights.ts";

type Version = Models["versions"][number];
/** Rules of a model as the server takes them. */
export type Rules = NonNullable<Inputs["health"]["saveModel"]["rules"]>;
/** The rules that are numbers, each with its name, its unit and where it lies. */
export const numberRules = {
  healthReviewBelow: { name: "Review below", unit: "points", least: 0, most: 100 },
  expansionAbove: { name: "Expansion conversation above", unit: "points", least: 0, most: 100 },
  atRiskBelow: { name: "At risk below", unit: "points", least: 0, most: 100 },
  atRiskReadings: { name: "At risk after, weeks in a row", unit: "weeks", least: 1, most: 8 },
  carriedDays: { name: "A reading counts for, days", unit: "days", least: 0, most: 92 },
} as const;
/** One of {@link numberRules}. */
export type NumberRule = keyof typeof numberRules;
/** What ends at-risk, in words. */
export const exits = {
  one_reading: "The first week at or above",
  two_readings: "Two weeks in a row at or above",
  review_level: "A week at or above the review line",
} as const;
/** One of {@link exits}. */
export type Exit = keyof typeof exits;

/** A model as it is typed: weights, from where each component is full, and rules; empty: as the terms have them. */
export interface Draft {
  readonly weights: Weights;
  readonly fullAt: Weights;
  readonly rules: Readonly<Record<string, string>>;
}

/** A version, ready to be changed. */
export function draftOf(version: Pick<Version, "parts" | "rules"> | undefined): Draft {
  const parts = version?.parts ?? [];
  return {
    weights: weightsOf(parts),
    fullAt: Object.fromEntries(
      parts.flatMap(({ component, fullAt }) => (fullAt === 100 ? [] : [[component, String(fullAt)]])),
    ),
    rules: Object.fromEntries(
      Object.entries(version?.rules ?? {}).map(([rule, value]) => [rule, String(value)]),
    ),
  };
}

const whole = (text: string) => /^\d{1,3}$/.test(text.trim());

/** What is wrong with a rule that is a number; nothing for one that is left to the terms. */
export function ruleFault(rule: NumberRule, text: string): string | undefined {
  const { least, most } = numberRules[rule];
  const fits = text.trim() === "" || (whole(text) && Number(text) >= least && Number(text) <= most);
  return fits ? undefined : `Enter a whole number from ${least} to ${most}, or nothing.`;
}

/** What is wrong with the reading a component is full from. */
export function fullFault(text: string): string | undefined {
  const fits = text.trim() === "" || (whole(text) && Number(text) >= 1 && Number(text) <= 100);
  return fits ? undefined : "Enter 1 to 100, or nothing.";
}

/** The rules of a draft; what is left empty is left to the terms. */
export function rulesOf({ rules }: Draft): Rules {
  const numbers = (Object.keys(numberRules) as NumberRule[]).flatMap((rule) => {
    const text = rules[rule] ?? "";
    return text.trim() === "" ? [] : [[rule, Number(text)] as const];
  });
  const exit = rules["atRiskExit"] as Exit | undefined;
  return { ...Object.fromEntries(numbers), ...(exit && exit in exits ? { atRiskExit: exit } : {}) };
}

/** What is asked of the server about a draft; null while it is not whole. */
export function askedOf(draft: Draft): { parts: ReturnType<typeof partsOf>; rules: Rules } | null {
  const faults = [
    ...Object.values(draft.weights).map(weightFault),
    ...Object.values(draft.fullAt).map(fullFault),
    ...(Object.keys(numberRules) as NumberRule[]).map((rule) => ruleFault(rule, draft.rules[rule] ?? "")),
  ];
  if (sumOf(draft.weights) !== 100 || faults.some((fault) => fault !== undefined)) return null;
  const parts = partsOf(draft.weights).map((part) => {
    const text = draft.fullAt[part.component]?.trim() ?? "";
    return text === "" || text === "100" ? part : { ...part, fullAt: Number(text) };
  });
  return { parts, rules: rulesOf(draft) };
}

/** The rules a version has of its own, in words. */
export function ruleWords(rules: Rules): string[] {
  const numbers = (Object.keys(numberRules) as NumberRule[]).flatMap((rule) =>
    rules[rule] === undefined ? [] : [`${numberRules[rule].name.toLowerCase()} ${rules[rule]}`],
  );
  return rules.atRiskExit === undefined
    ? numbers
    : [...numbers, `at risk ends with ${exits[rules.atRiskExit].toLowerCase()}`];
}
