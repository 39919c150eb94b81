import { atRiskExits, healthNumbers, modelNumbers } from "@termwise/core/facts";
import type { Inputs } from "../../../lib/trpc.ts";
import { exitWords } from "../exit-words.ts";
import type { Models } from "../health.ts";
import { healthNumberFault, rangeFault } from "./number-faults.ts";
import { partsOf, sumOf, type Weights, weightFault, weightsOf } from "./weights.ts";

type Version = Models["versions"][number];
/** Rules of a model as the server takes them. */
export type Rules = NonNullable<Inputs["health"]["saveModel"]["rules"]>;

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

/** What is wrong with the reading a component is full from. */
export const fullFault = (text: string): string | undefined => rangeFault(text, { min: 1, max: 100 });

/** The rules of a draft; what is left empty is left to the terms. */
export function rulesOf({ rules }: Draft): Rules {
  const numbers = modelNumbers.flatMap((rule) => {
    const text = rules[rule] ?? "";
    return text.trim() === "" ? [] : [[rule, Number(text)] as const];
  });
  const exit = atRiskExits.find((one) => one === rules["atRiskExit"]);
  return { ...Object.fromEntries(numbers), ...(exit ? { atRiskExit: exit } : {}) };
}

/** What is asked of the server about a draft; null while it is not whole. */
export function askedOf(draft: Draft): { parts: ReturnType<typeof partsOf>; rules: Rules } | null {
  const faults = [
    ...Object.values(draft.weights).map(weightFault),
    ...Object.values(draft.fullAt).map(fullFault),
    ...modelNumbers.map((rule) => healthNumberFault(rule, draft.rules[rule] ?? "")),
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
  const numbers = modelNumbers.flatMap((rule) =>
    rules[rule] === undefined ? [] : [`${healthNumbers[rule].label.toLowerCase()} ${rules[rule]}`],
  );
  return rules.atRiskExit === undefined
    ? numbers
    : [...numbers, `at risk ends with ${exitWords[rules.atRiskExit].toLowerCase()}`];
}
