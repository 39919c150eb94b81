import type { Parameter } from "../glossary/index.ts";

/** A number that a workspace may set, as terms print it: what it decides, its range with the unit, and its default. */
export function numberSet(
  name: string,
  label: string,
  meaning: string,
  { from, to, unit, normal }: { from: number; to: number; unit: string; normal: number },
): Parameter {
  return { name, label, meaning, range: { min: from, max: to, unit }, default: normal };
}
