import type { Inputs } from "../../../lib/trpc.ts";

/** A component a model can be made of. */
type ComponentId = Inputs["health"]["saveModel"]["parts"][number]["component"];
/** Points by component, as they are typed; absent or empty: left out. */
export type Weights = Readonly<Record<string, string>>;

/** The weights of a model, ready to be changed. */
export function weightsOf(parts: readonly { component: string; weight: number }[]): Weights {
  return Object.fromEntries(parts.map(({ component, weight }) => [component, String(weight)]));
}

const isWeight = (text: string): boolean => /^\d{1,3}$/.test(text.trim()) && Number(text) <= 100;

/** What is wrong with a weight; nothing for one that is left out. */
export function weightFault(text: string): string | undefined {
  return text.trim() === "" || isWeight(text) ? undefined : "Enter a whole number from 0 to 100.";
}

/** What the weights add up to; null while one of them is no number. */
export function sumOf(weights: Weights): number | null {
  const texts = Object.values(weights).filter((text) => text.trim() !== "");
  return texts.every(isWeight) ? texts.reduce((sum, text) => sum + Number(text), 0) : null;
}

/** The parts of a model with these weights: components without points are no part of it. */
export function partsOf(weights: Weights): { component: ComponentId; weight: number }[] {
  return Object.entries(weights).flatMap(([component, text]) =>
    isWeight(text) && Number(text) > 0 ? [{ component: component as ComponentId, weight: Number(text) }] : [],
  );
}

/** An id that stays the same for machines, out of a name; null: the name has nothing to make one of. */
export function idOf(name: string): string | null {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")
    .slice(0, 40);
  return id.length >= 2 ? id : null;
}
