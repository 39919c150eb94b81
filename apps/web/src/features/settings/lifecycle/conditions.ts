import { majorOf, money } from "../../../lib/format.ts";
import type { Rules } from "./rules.ts";

/** A condition on what is known of an account. */
export type Condition = Rules["coverage"]["rules"]["strategic"][number];

/** What conditions can be about. */
export const subjects = {
  segment: "Segment",
  tier: "Tier",
  region: "Region",
  industry: "Industry",
  arr: "ARR",
  employees: "Employees",
} as const;
/** What a condition is about. */
export type Subject = keyof typeof subjects;

/** A condition while it is written: a list of values, or bounds, as text. */
export interface ConditionDraft {
  readonly subject: Subject;
  readonly values: string;
  readonly min: string;
  readonly max: string;
}

/** An empty condition on a subject. */
export const emptyDraft: ConditionDraft = { subject: "segment", values: "", min: "", max: "" };

const isMeasure = (subject: Subject): subject is "arr" | "employees" =>
  subject === "arr" || subject === "employees";

/** A condition as it is written: ARR in whole units of the currency. */
export function draftOf(condition: Condition, currency: string): ConditionDraft {
  if ("attribute" in condition)
    return { ...emptyDraft, subject: condition.attribute, values: condition.in.join(", ") };
  const { measure, min, max } = condition;
  const text = (bound: number | null) =>
    bound === null
      ? ""
      : measure === "arr"
        ? majorOf(String(bound), currency).replace(/\.0*$/, "")
        : String(bound);
  return { ...emptyDraft, subject: measure, min: text(min), max: text(max) };
}

/** The condition a draft says; a text where it says none yet. */
export function conditionOf(draft: ConditionDraft, currency: string): Condition | string {
  const { subject } = draft;
  if (!isMeasure(subject)) {
    const values = draft.values
      .split(",")
      .map((value) => value.trim())
      .filter((value) => value !== "");
    return values.length === 0
      ? "Enter one value or several, with commas between."
      : { attribute: subject, in: values };
  }
  const [min, max] = [boundOf(draft.min, subject, currency), boundOf(draft.max, subject, currency)];
  if (typeof min === "string" || typeof max === "string" || (min === null && max === null))
    return "Enter a lowest value, a highest, or both, as whole numbers.";
  if (min !== null && max !== null && min > max) return "The lowest value is above the highest.";
  return { measure: subject, min, max };
}

function boundOf(text: string, subject: "arr" | "employees", currency: string): number | null | string {
  const plain = text.replaceAll(/[\s,_']/g, "");
  if (plain === "") return null;
  if (!/^\d{1,12}$/.test(plain)) return "no number";
  return subject === "arr" ? Number(plain) * minorUnits(currency) : Number(plain);
}

/** How many minor units make one of the currency. */
function minorUnits(currency: string): number {
  return Math.round(1 / Number(majorOf("1", currency)));
}

/** A condition in words. */
export function conditionText(condition: Condition, currency: string): string {
  if ("attribute" in condition) return `${subjects[condition.attribute]} is ${condition.in.join(" or ")}`;
  const { measure, min, max } = condition;
  const text = (bound: number) => (measure === "arr" ? money(String(bound), currency) : String(bound));
  const name = subjects[measure];
  if (min !== null && max !== null) return `${name} from ${text(min)} to ${text(max)}`;
  return min === null ? `${name} up to ${text(max ?? 0)}` : `${name} from ${text(min)}`;
}

/** Conditions that must all hold, in words. */
export function allText(conditions: readonly Condition[], currency: string): string {
  return conditions.length === 0
    ? "every customer"
    : conditions.map((one) => conditionText(one, currency)).join(" and ");
}
