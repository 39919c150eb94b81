import type { Parameter } from "../../glossary/index.ts";
import { houseLifecyclePolicy, LifecyclePolicy } from "../policy.ts";

type Name = keyof LifecyclePolicy;

function number(name: Name, label: string, meaning: string, unit: string): [Name, Parameter] {
  const inner = LifecyclePolicy.shape[name].unwrap();
  const range = { min: Number(inner.minValue), max: Number(inner.maxValue), unit };
  return [name, { name, label, meaning, range, default: houseLifecyclePolicy[name] }];
}

const expected = (name: Name, stage: string) =>
  number(
    name,
    `Days expected in ${stage}`,
    `How long a customer may stand in ${stage} before the board marks it as there too long.`,
    "days",
  );

/** The numbers that decide what counts as use, and when a customer is Adopted. */
export const adoptionParameters = Object.fromEntries([
  number(
    "seatShare",
    "Seats in use",
    "Active seats of licensed seats from which on a customer counts as Adopted, where its segment's rule says nothing else.",
    "per cent",
  ),
  number(
    "idleDays",
    "Days without the core module",
    "After how many days without use of the core module a customer is no longer Adopted, where no rule says otherwise.",
    "days",
  ),
  number(
    "dailyActiveDays",
    "Days that make daily use",
    "On how many of the last seven days a feature must be used to count as used daily.",
    "days",
  ),
  number("weeklyDays", "Days of weekly use", "How far back a weekly use may lie.", "days"),
  number("monthlyDays", "Days of monthly use", "How far back a monthly use may lie.", "days"),
  number(
    "readingsStaleDays",
    "Days without readings",
    "After how many days without any reading in the workspace use is unknown rather than absent.",
    "days",
  ),
]);

/** The numbers that decide when a renewal opens and what has to be done by when. */
export const renewalParameters = Object.fromEntries([
  number(
    "renewalOpensDays",
    "Days a renewal is open",
    "How many days before the term ends its renewal opens.",
    "days",
  ),
  number(
    "renewalLatestDays",
    "Latest start, days",
    "How many days before the term ends the conversation begins at the latest, or earlier by the calendar months.",
    "days",
  ),
  number(
    "renewalLatestMonths",
    "Latest start, months",
    "How many calendar months before the term ends the conversation begins at the latest, or earlier by the days.",
    "months",
  ),
  number(
    "renewalPreparedMonths",
    "Prepared before, months",
    "How many months before the term ends health check, expansion talk and contract review are over.",
    "months",
  ),
]);

/** How long customers are expected to stand in each column. */
export const expectedParameters = Object.fromEntries([
  expected("slaWonDays", "Won"),
  expected("slaOnboardedDays", "Onboarded"),
  expected("slaAdoptedDays", "Adopted"),
  expected("slaExpansionDays", "Expansion"),
  expected("slaRenewalDays", "Renewal"),
]);
