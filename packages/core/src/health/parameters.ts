import type { atRiskExits } from "../facts/index.ts";
import { choice, type Parameter } from "../glossary/index.ts";
import { HealthPolicy, houseHealthPolicy } from "./policy.ts";

type Numbered = Exclude<keyof HealthPolicy, "atRiskExit">;

function number(name: Numbered, label: string, meaning: string, unit: string): Parameter {
  const inner = HealthPolicy.shape[name].unwrap();
  const range = { min: Number(inner.minValue), max: Number(inner.maxValue), unit };
  return { name, label, meaning, range, default: houseHealthPolicy[name] };
}

/** How long a reading is believed. */
export const carriedDays = number(
  "carriedDays",
  "Days a reading counts",
  "For how many days the latest reading of a component counts; after that its points are unknown.",
  "days",
);

/** Where a review is due. */
export const healthReviewBelow = number(
  "healthReviewBelow",
  "Review below",
  "Below which score an account is to be looked into.",
  "points",
);

/** Where a talk about expansion is worth having. */
export const expansionAbove = number(
  "expansionAbove",
  "Expansion talk above",
  "Above which score a talk about expansion is worth having.",
  "points",
);

/** How much each open red flag adds to the risk of an account. */
export const redFlagWeight = number(
  "redFlagWeight",
  "Weight of a red flag",
  "How many points each open red flag adds to the risk of an account.",
  "points of 100",
);

const atRiskExit = choice<(typeof atRiskExits)[number]>({
  name: "atRiskExit",
  label: "End of at-risk",
  meaning: "What it takes for an account to be at risk no longer.",
  default: houseHealthPolicy.atRiskExit,
  options: {
    one_reading: "The first weekly score of 45 or more.",
    two_readings: "Two weekly scores of 45 or more in a row.",
    review_level: "A weekly score of 70 or more.",
  },
});

/** When an account is at risk, and until when. */
export const atRiskParameters: readonly Parameter[] = [
  atRiskExit,
  number("atRiskBelow", "At risk below", "Below which score a weekly reading counts as low.", "points"),
  number(
    "atRiskReadings",
    "Low readings in a row",
    "How many low weekly readings in a row put an account at risk.",
    "weeks",
  ),
];

/** When an area of the product is one of concern. */
export const areaParameters: readonly Parameter[] = [
  number(
    "areaHealthBelow",
    "Area of concern below",
    "Below which mean score an area of the product counts as one of concern.",
    "points",
  ),
  number(
    "areaReadings",
    "Low months in a row",
    "How many months in a row an area has to be low to be flagged.",
    "months",
  ),
];

/** What raises a red flag. */
export const redFlagParameters: readonly Parameter[] = [
  number(
    "idleUserDays",
    "Days a user may be idle",
    "After how many days without use a main user counts as idle in rules that join conditions.",
    "days",
  ),
  number(
    "unansweredEmails",
    "Mails left unanswered",
    "How many of our latest mails in a row make a champion silent in rules that join conditions.",
    "mails",
  ),
  number("loginDropPercent", "Fall of logins", "By how much logins have to fall.", "per cent"),
  number("loginDropDays", "Days of the fall", "Within how many days logins have to fall.", "days"),
  number(
    "declinedMeetings",
    "Declined meetings",
    "How many declined meetings about the renewal raise a flag.",
    "meetings",
  ),
  number(
    "integrationDays",
    "Days a key integration may be broken",
    "After how many working days a key integration that does not work raises a flag.",
    "working days",
  ),
  number("npsFellFrom", "NPS falls from", "From which answer on a fall counts.", "of 10"),
  number("npsFellTo", "NPS falls to", "To which answer or less it has to fall.", "of 10"),
  number(
    "npsCycleDays",
    "Cycle of the NPS",
    "Within how many days after the answer before it has to fall: a quarter, and some days to answer in.",
    "days",
  ),
];

/** What counts as a fall of use, and for how long health after it is held against it. */
export const leadParameters: readonly Parameter[] = [
  number(
    "useFallPercent",
    "Fall of use",
    "By how much use of a week has to lie below the mean of the four weeks before to count as a fall.",
    "per cent",
  ),
  number(
    "leadWeeks",
    "Weeks after a fall",
    "Within how many weeks after a fall of use a fall of health is told as one that followed.",
    "weeks",
  ),
];
