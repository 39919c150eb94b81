import { choice, type Parameter } from "../glossary/index.ts";
import { AdoptionPolicy, houseAdoptionPolicy } from "./policy.ts";

type Number = Exclude<keyof AdoptionPolicy, "ttfvStart">;

function number(name: Number, label: string, meaning: string, unit: string): Parameter {
  const inner = AdoptionPolicy.shape[name].unwrap();
  const range = { min: Number(inner.minValue), max: Number(inner.maxValue), unit };
  return { name, label, meaning, range, default: houseAdoptionPolicy[name] };
}

/** How adoption by people is measured. */
export const breadthParameters: readonly Parameter[] = [
  number("adoptionDays", "Days of adoption", "Within how many days somebody who worked counts.", "days"),
  number(
    "adoptionTarget",
    "Share to come to",
    "The share of the seats whose first day is looked for after Onboarded.",
    "per cent",
  ),
];

/** What makes an account that tries a feature one that has adopted it. */
export const featureParameters: readonly Parameter[] = [
  number(
    "featureAdoptionDays",
    "Window of feature adoption",
    "How many days after general availability the rate is read.",
    "days",
  ),
  number("featureUsesAWeek", "Uses a week", "How often a feature is used in a week of active use.", "uses"),
  number("featureWeeks", "Weeks in a row", "How many such weeks running make active use.", "weeks"),
];

/** From which day time to first value is counted. */
export const ttfvStart = choice<AdoptionPolicy["ttfvStart"]>({
  name: "ttfvStart",
  label: "Start of time to first value",
  meaning: "From which day time to first value is counted.",
  default: houseAdoptionPolicy.ttfvStart,
  options: {
    onboarding_start: "the day on which the deal was won and onboarding began",
    onboarded: "the day on which the customer was shown to be Onboarded",
  },
});
