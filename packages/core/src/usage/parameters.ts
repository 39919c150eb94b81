import type { Parameter } from "../glossary/index.ts";
import { houseUsagePolicy, UsagePolicy } from "./policy.ts";

function number(name: keyof UsagePolicy, label: string, meaning: string, unit: string): Parameter {
  const inner = UsagePolicy.shape[name].unwrap();
  const range = { min: Number(inner.minValue), max: Number(inner.maxValue), unit };
  return { name, label, meaning, range, default: houseUsagePolicy[name] };
}

/** What makes the pattern of an aha moment. */
export const ahaParameters: readonly Parameter[] = [
  number(
    "ahaUses",
    "Uses that make the pattern",
    "How often somebody has to have done what the pattern names.",
    "times",
  ),
  number("ahaDays", "Days for the pattern", "Within how many days of beginning it has to be seen.", "days"),
];

/** What makes an account a product qualified lead. */
export const pqlParameters: readonly Parameter[] = [
  number(
    "pqlUsers",
    "Active users",
    "How many active users an account has to have to be a product qualified lead.",
    "users",
  ),
  number("pqlLimitHits", "Limits met", "How often it has to have come to a limit of its plan.", "times"),
  number("pqlDays", "Days of the rule", "Within how many days both have to be seen.", "days"),
];
