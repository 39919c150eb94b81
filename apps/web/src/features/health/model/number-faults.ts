import { type HealthNumber, healthNumbers } from "@termwise/core/facts";

/** What is wrong with a whole number that may be left empty. */
export function rangeFault(
  text: string,
  { min, max }: { readonly min: number; readonly max: number },
): string | undefined {
  const typed = text.trim();
  const fits = typed === "" || (/^\d{1,6}$/.test(typed) && Number(typed) >= min && Number(typed) <= max);
  return fits ? undefined : `Enter a whole number from ${min} to ${max}, or nothing.`;
}

/** What is wrong with a number health is told by; nothing for one that is left to the terms. */
export const healthNumberFault = (name: HealthNumber, text: string): string | undefined =>
  rangeFault(text, healthNumbers[name]);
