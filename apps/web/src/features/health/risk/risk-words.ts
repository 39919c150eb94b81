import { counted } from "../../../lib/format.ts";
import type { Queue } from "../health.ts";

/** An account at risk. */
export type RiskRow = Queue["rows"][number];
/** Where accounts at risk stand: in the queue, put off, or their loss accepted. */
export type Place = RiskRow["place"];

/** The places, each with what it is called. */
export const places: Readonly<Record<Place, string>> = {
  queue: "Queue",
  snoozed: "Put off",
  accepted: "Loss accepted",
};

/** Minutes as hours, and as days from four days on: `30 h`, `12 d`. */
export function spanText(minutes: number): string {
  const hours = minutes / 60;
  return hours >= 96 ? `${Math.round(hours / 24)} d` : `${Math.max(0, Math.round(hours))} h`;
}

/** The clock to the first step in words: time left, overdue by how much, or when the first step was done. */
export function clockText({ minutes, done, met, hours }: RiskRow["clock"]): string {
  if (done) return `First step after ${spanText(minutes)}`;
  const left = hours * 60 - minutes;
  return met === false ? `Overdue by ${spanText(-left)}` : `${spanText(left)} left of ${hours} h`;
}

/** The look of a clock: stopped in time, running, or late. */
export const clockTone = ({ done, met }: RiskRow["clock"]) =>
  met === false ? "negative" : done ? "positive" : "warning";

/** Days until something, or since: `in 61 d`, `today`, `4 d ago`. */
export const daysText = (days: number): string =>
  days === 0 ? "today" : days > 0 ? `in ${days} d` : `${-days} d ago`;

/** How long an account has been at risk: `7 weeks`. */
export const weeksText = (days: number): string =>
  days < 14 ? counted(days, "day") : counted(Math.round(days / 7), "week");

/** The ends of a score: one number where they agree. */
export function endsText(low: string | null, high: string | null): string {
  if (low === null || high === null) return "—";
  return low === high ? low : `${low} to ${high}`;
}

/** On how many outcomes of our own a chance of loss rests, and that the rest of it is the risk score's. */
export function restsOn({ renewals, priorRenewals }: NonNullable<RiskRow["chance"]>): string {
  if (renewals === 0) return "It rests on no outcome of your own yet: it is what the risk score assumes.";
  const more = renewals < priorRenewals ? "less" : "no less";
  return `It rests on ${counted(renewals, "outcome")} of your own, ${more} than on what the risk score assumes.`;
}
