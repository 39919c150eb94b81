import { stageLooks } from "../../../ui/stage-mark.tsx";
import type { AccountHealth, HealthWeek } from "../health.ts";
import { dayNumber } from "./axis.ts";

/** Whether and when a week was measured, in words. */
export function measuredWords(week: HealthWeek): string {
  if (week.measured === "no_customer") return "Not a customer in this week.";
  if (week.measured === "missed") return "Not measured.";
  const unknown = week.score === null ? "A part of it is not known; the score lies in this range. " : "";
  return `${unknown}${when[week.measured]}`;
}

const when = {
  in_time: "Measured on its date.",
  late: "Measured later, as of its date.",
  now: "Before the weeks that are kept: measured just now, as of its date, from what is known today.",
} as const;

/** Whether there is a score of a week. */
export const isMeasured = ({ measured }: HealthWeek): boolean =>
  measured !== "missed" && measured !== "no_customer";

/** The override that stood at the end of a week; null: none did. */
export function overrideIn({ overrides }: AccountHealth, week: string) {
  return overrides.find(({ on, until }) => on <= week && week < until) ?? null;
}

/** The column of the board the account stood in on a day, with what it had earned by then. */
export function stageOn({ stages }: Pick<AccountHealth, "stages">, on: string) {
  return stages.findLast(({ from, to }) => from <= on && (to === null || to > on)) ?? null;
}

/** What evidence had earned beneath a motion; null where the stage itself is what was earned. */
export function earnedBeneath({ stage, earned }: AccountHealth["stages"][number]): string | null {
  return earned === null || earned === stage ? null : `earned ${stageLooks[earned].name}`;
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
