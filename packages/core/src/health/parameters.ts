import { type atRiskExits, type HealthNumber, healthNumbers } from "../facts/index.ts";
import { choice, type Parameter } from "../glossary/index.ts";
import { houseHealthPolicy } from "./policy.ts";

function number(name: HealthNumber, meaning: string): Parameter {
  const { label, ...range } = healthNumbers[name];
  return { name, label, meaning, range, default: houseHealthPolicy[name] };
}

/** How long a reading is believed. */
export const carriedDays = number(
  "carriedDays",
  "For how many days the latest reading of a component counts; after that its points are unknown.",
);

/** Where a review is due. */
export const healthReviewBelow = number(
  "healthReviewBelow",
  "Below which score an account is to be looked into.",
);

/** Where a talk about expansion is worth having. */
export const expansionAbove = number(
  "expansionAbove",
  "Above which score a talk about expansion is worth having.",
);

/** How much each open red flag adds to the risk of an account. */
export const redFlagWeight = number(
  "redFlagWeight",
  "How many points an open red flag of high severity adds to the risk of an account; a medium one adds two thirds of it, a low one a third.",
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
  number("atRiskBelow", "Below which score a weekly reading counts as low."),
  number("atRiskReadings", "How many low weekly readings in a row put an account at risk."),
];

/** When an area of the product is one of concern. */
export const areaParameters: readonly Parameter[] = [
  number("areaHealthBelow", "Below which mean score an area of the product counts as one of concern."),
  number("areaReadings", "How many months in a row an area has to be low to be flagged."),
];

/** What raises a red flag. */
export const redFlagParameters: readonly Parameter[] = [
  number(
    "idleUserDays",
    "After how many days without use a main user counts as idle in rules that join conditions.",
  ),
  number(
    "unansweredEmails",
    "How many of our latest mails in a row make a champion silent in rules that join conditions.",
  ),
  number("loginDropPercent", "By how much logins have to fall."),
  number("loginDropDays", "Within how many days logins have to fall."),
  number("declinedMeetings", "How many declined meetings about the renewal raise a flag."),
  number(
    "integrationDays",
    "After how many working days a key integration that does not work raises a flag.",
  ),
  number("npsFellFrom", "From which answer on a fall counts."),
  number("npsFellTo", "To which answer or less it has to fall."),
  number(
    "npsCycleDays",
    "Within how many days after the answer before it has to fall: a quarter, and some days to answer in.",
  ),
];

/** What counts as a fall of use, and for how long health after it is held against it. */
export const leadParameters: readonly Parameter[] = [
  number(
    "useFallPercent",
    "By how much use of a week has to lie below the mean of the four weeks before to count as a fall.",
  ),
  number(
    "leadWeeks",
    "Within how many weeks after a fall of use a fall of health is told as one that followed.",
  ),
];
