// The numbers health is told by. Without the validator, so that screens can take them alone.

interface HealthNumberRange {
  readonly label: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
}

const score = (label: string) => ({ label, unit: "points", min: 0, max: 100 }) as const;

/** Every number health is told by, with what it is called, its unit and between which whole numbers it lies. */
export const healthNumbers = {
  healthReviewBelow: score("Review below"),
  expansionAbove: score("Expansion talk above"),
  atRiskBelow: score("At risk below"),
  atRiskReadings: { label: "Low readings in a row", unit: "weeks", min: 1, max: 8 },
  carriedDays: { label: "Days a reading counts", unit: "days", min: 0, max: 92 },
  redFlagWeight: { label: "Weight of a red flag", unit: "points of 100", min: 0, max: 50 },
  areaHealthBelow: score("Area of concern below"),
  areaReadings: { label: "Low months in a row", unit: "months", min: 1, max: 12 },
  idleUserDays: { label: "Days a user may be idle", unit: "days", min: 1, max: 90 },
  unansweredEmails: { label: "Mails left unanswered", unit: "mails", min: 1, max: 10 },
  loginDropPercent: { label: "Fall of logins", unit: "per cent", min: 1, max: 100 },
  loginDropDays: { label: "Days of the fall", unit: "days", min: 7, max: 92 },
  declinedMeetings: { label: "Declined meetings", unit: "meetings", min: 1, max: 10 },
  integrationDays: {
    label: "Days a key integration may be broken",
    unit: "working days",
    min: 0,
    max: 60,
  },
  npsFellFrom: { label: "NPS falls from", unit: "of 10", min: 1, max: 10 },
  npsFellTo: { label: "NPS falls to", unit: "of 10", min: 0, max: 9 },
  npsCycleDays: { label: "Cycle of the NPS", unit: "days", min: 7, max: 366 },
  useFallPercent: { label: "Fall of use", unit: "per cent", min: 1, max: 100 },
  leadWeeks: { label: "Weeks after a fall", unit: "weeks", min: 1, max: 52 },
} as const satisfies Record<string, HealthNumberRange>;

/** One of {@link healthNumbers}. */
export type HealthNumber = keyof typeof healthNumbers;

/** The numbers a model may have of its own. */
export const modelNumbers = [
  "healthReviewBelow",
  "expansionAbove",
  "atRiskBelow",
  "atRiskReadings",
  "carriedDays",
] as const satisfies HealthNumber[];

/** One of {@link modelNumbers}. */
export type ModelNumber = (typeof modelNumbers)[number];
