import type { AccountHealth, HealthWeek } from "../health.ts";
import { dayNumber } from "./axis.ts";

/** Whether and when a week was measured, in words. */
export function measuredWords(week: HealthWeek): string {
  if (week.measured === "missed") return "Not measured.";
  const unknown = week.score === null ? "A part of it is not known; the score lies in this range. " : "";
  return `${unknown}${week.measured === "late" ? "Measured later, as of its date." : "Measured on its date."}`;
}

/** The stage the account stood at on a day. */
export function stageOn({ stages }: AccountHealth, on: string) {
  return stages.findLast(({ from, to }) => from <= on && (to === null || to > on))?.stage ?? null;
}

/** Whether the account was at risk at the end of a week. */
export function riskIn({ atRisk }: AccountHealth, week: string): boolean {
  return atRisk.some(({ from, until }) => from <= week && (until === null || until > week));
}

/** What happened in the seven days to the end of a week. */
export function eventsOfWeek({ events }: AccountHealth, week: string): AccountHealth["events"] {
  const end = dayNumber(week);
  return events.filter(({ on }) => dayNumber(on) > end - 7 && dayNumber(on) <= end);
}
