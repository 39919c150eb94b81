import type { Parameter } from "../glossary/index.ts";
import { housePlayPolicy, PlayPolicy } from "./policy.ts";

function number(name: keyof PlayPolicy, label: string, meaning: string, unit: string): Parameter {
  const inner = PlayPolicy.shape[name].unwrap();
  const range = { min: Number(inner.minValue), max: Number(inner.maxValue), unit };
  return { name, label, meaning, range, default: housePlayPolicy[name] };
}

/** How fast a save play has to begin. */
export const savePlayHours = number(
  "savePlayHours",
  "Hours to the first step",
  "Within how many hours of being at risk the first step is to be taken.",
  "hours",
);

/** Below which score the usual save play is set off. */
export const savePlayBelow = number(
  "savePlayBelow",
  "Save play below",
  "Below which score the usual save play is set off.",
  "points",
);

/** How long the score has to be so low. */
export const savePlayDays = number(
  "savePlayDays",
  "Days below",
  "On how many days in a row the score has to be so low.",
  "days",
);

/** How likely the loss of an account is taken to be. */
export const lossParameters: readonly Parameter[] = [
  number(
    "lossNear",
    "Scores that are near",
    "Within how many points of where an account stands the scores of past renewals are held against it.",
    "points",
  ),
  number(
    "lossPriorRenewals",
    "Weight of the risk score",
    "As many renewals the risk score counts for beside those that tell.",
    "renewals",
  ),
];
