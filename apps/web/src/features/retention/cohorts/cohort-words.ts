import { dimensionNames, valueName } from "../../../lib/dimension-names.ts";
import { counted } from "../../../lib/format.ts";
import type { Measure } from "./cohorts.ts";

const timeNames: Record<string, string> = {
  month: "Month of first ARR",
  quarter: "Quarter of first ARR",
  year: "Year of first ARR",
  product: "First product",
};
const atStart = new Set(["csm", "ae", "am"]);

/** What cohorts are gathered by. */
export function keyName(by: string): string {
  return timeNames[by] ?? `${dimensionNames[by] ?? by} at start`;
}

/** {@link keyName} within a sentence. */
export function keyWords(by: string): string {
  const name = keyName(by);
  return atStart.has(by) ? name : name.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());
}

/** A cohort as it is called: a period as it is written, a value by its name. */
export function cohortTitle(cohort: string, by: string): string {
  if (by in timeNames) return cohort === "" ? "No product" : cohort;
  return valueName(cohort, by);
}

/** An age: `3 quarters`, `the first month`. */
export function ageWords(age: number, unit: string): string {
  return age === 0 ? `end of the first ${unit}` : `after ${counted(age, unit)}`;
}

/** What the measures are called. */
export const measureNames: Readonly<Record<Measure, string>> = {
  nrr: "NRR",
  grr: "GRR",
  logo: "Logo retention",
  arr: "ARR",
};

/** What a measure is a share of, and how it is told in amounts. */
export function measureUnit(measure: Measure, absolute: boolean, currency: string): string {
  if (measure === "arr") return `ARR, ${currency}`;
  if (measure === "logo") return absolute ? "accounts with ARR" : "% of accounts that began";
  const share = measure === "nrr" ? "ARR" : "ARR kept, growth left out";
  return absolute ? `${share}, ${currency}` : `${share}, % of ARR at age 0`;
}
