import type { UsageActivity, UsageFact } from "@termwise/core/facts";
import { addDays, type Day, daysBetween, instant, later } from "@termwise/core/kernel";
import { type Random, randomOf } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import { type Portrait, seatsOn } from "./portrait.ts";

/** A feature of the product, and the share of the active users (percent) that use it. */
export interface Feature {
  readonly feature: string | null;
  readonly share: number;
  readonly usesEach: number;
  readonly activeDays: number;
}

const scheduling: Feature = { feature: "Scheduling", share: 100, usesEach: 14, activeDays: 5 };
const dispatch: Feature = { feature: "Dispatch board", share: 55, usesEach: 9, activeDays: 5 };
const reports: Feature = { feature: "Reports", share: 22, usesEach: 2, activeDays: 2 };
export const whole: Feature = { feature: null, share: 100, usesEach: 23, activeDays: 5 };

/** What the product tells of a customer of a segment. */
export function featuresOf(segment: string): readonly Feature[] {
  if (segment === "Enterprise") return [scheduling, dispatch, reports];
  if (segment === "Mid-market") return [scheduling, reports];
  return [scheduling];
}

interface Stretch {
  readonly end: Day;
  readonly days: 7 | 14 | 28 | 84;
}

/** How many stretches of so many days, one before the other, the last of which ends on a day. */
const row = (end: Day, days: Stretch["days"], count: number): Stretch[] =>
  Array.from({ length: count }, (_, i) => ({ end: addDays(end, -days * i), days }));

const declining: ReadonlySet<Portrait["course"]> = new Set(["idle", "champion_gone"]);

/**
 * The stretches of days readings of a customer are about: every week of the last two months, and twelve weeks at a time
 * before; of customers that use less and less four weeks at a time. The latest twelve weeks come as a whole too, so that
 * a demo that stands for some weeks is not a company nobody uses the product of. When use as agreed begins, readings come
 * four weeks at a time for a while.
 */
function stretches(portrait: Portrait, { today }: Timeline): Stretch[] {
  const last = addDays(today, -1);
  const before = addDays(last, -56);
  const monthly = declining.has(portrait.course) ? row(before, 28, 12) : [];
  const quarter = addDays(monthly.at(-1)?.end ?? before, -(Number(portrait.number) % 28) - 1);
  const quarters = reachesFullUse(portrait) || monthly.length > 0 ? 24 : 2;
  const full = fullUseOn(portrait);
  const first = [full, addDays(full, 28), addDays(full, 56)];
  const found = new Map<Day, Stretch>();
  for (const stretch of [
    ...row(quarter, 84, quarters),
    ...monthly,
    ...row(addDays(last, -1), 84, 1),
    ...row(last, 7, 8),
    ...first.map((end, index): Stretch => ({ end, days: index === 2 ? 84 : 28 })),
  ])
    if (stretch.end <= last) found.set(stretch.end, stretch);
  return [...found.values()].sort((a, b) => (a.end < b.end ? -1 : 1));
}

/** How much of the licensed seats is active in the days up to `end`, in percent. */
type ShareOn = (end: Day, random: Random) => number;

const climb = [12, 24, 36, 45, 53, 59];
/** Below the threshold of every rule there ever was. */
const low = (random: Random): number => random.between(34, 63);
const high = (random: Random): number => random.between(86, 99);

/** The day from which on a customer of these courses uses the product as agreed. */
export const fullUseOn = ({ onboardedOn, number }: Portrait): Day =>
  addDays(onboardedOn, 7 + randomOf(1, `full use ${number}`).between(0, 25));

/** The day the champions left whose leaving shows in the usage. */
export const championLeftOn = (today: Day): Day => addDays(today, -110);

/** The day from which on readings show that. */
export const fellBackOn = ({ today }: Timeline): Day => addDays(today, -85);

/** Uses nobody counts on: while it is set up, a few more every week. */
function settling(portrait: Portrait, end: Day): number {
  const { wonOn } = portrait.lives.at(-1)!;
  return climb[Math.min(climb.length - 1, Math.floor(daysBetween(wonOn, end) / 14))] ?? 59;
}

/** The share of seats a customer uses by its course. */
export function shareOf(portrait: Portrait, { today }: Timeline): ShareOn {
  const { course, onboardedOn } = portrait;
  const fromFull: ShareOn = (end, random) =>
    end < fullUseOn(portrait) ? settling(portrait, end) : high(random);
  const neverFull: ShareOn = (end, random) =>
    end < onboardedOn ? Math.min(settling(portrait, end), 50) : low(random);
  if (course === "nobody_logged_in" || course === "logins_only") return () => 0;
  // Four weeks ending six weeks ago were the last with any use.
  if (course === "idle") return (end, random) => (end > addDays(today, -44) ? 0 : fromFull(end, random));
  if (course === "champion_gone") {
    const left = championLeftOn(today);
    return (end, random) =>
      end < left ? fromFull(end, random) : Math.max(24, 62 - Math.floor(daysBetween(left, end) / 4));
  }
  if (course === "skipped") return (end, random) => (end < fullUseOn(portrait) ? 40 : high(random));
  if (fullUse.has(course)) return fromFull;
  return neverFull;
}

const fullUse: ReadonlySet<Portrait["course"]> = new Set([
  "adopted",
  "unclaimed",
  "waived",
  "declared_dead",
  "odd_label",
  "delegated",
]);

/** Whether this course ends in use as agreed. */
export const reachesFullUse = ({ course }: Portrait): boolean => fullUse.has(course) || course === "skipped";

/** What the product tells of the use by one customer in its present life. */
export function usageOf(portrait: Portrait, timeline: Timeline, seed: number): UsageFact[] {
  const { record, lives, course } = portrait;
  const life = lives.at(-1);
  if (!life) return [];
  const random = randomOf(seed, `usage ${portrait.number}`);
  const began = later(life.wonOn, record.lines[0]?.startsOn ?? life.wonOn);
  const share = shareOf(portrait, timeline);
  const facts: UsageFact[] = [];
  for (const stretch of stretches(portrait, timeline)) {
    const { end, days } = stretch;
    if (end < addDays(began, 6) || (life.lostOn !== null && end >= life.lostOn)) continue;
    const seats = seatsOn(record.lines, end);
    if (seats === 0) continue;
    const percent = share(end, random);
    const users = percent >= 70 ? Math.ceil((seats * percent) / 100) : below(seats, percent);
    for (const feature of featuresOf(portrait.segment))
      facts.push(reading(portrait, feature, stretch, { users, seats, activity: "use", timeline }));
    if (course === "logins_only" && days === 7) {
      const signedIn = Math.ceil(seats * 0.9);
      facts.push(reading(portrait, whole, stretch, { users: signedIn, seats, activity: "login", timeline }));
    }
  }
  return facts;
}

/** Active users below seven tenths of the seats, whatever the seats. */
export const below = (seats: number, percent: number): number =>
  percent === 0 ? 0 : Math.max(0, Math.min(Math.floor((seats * percent) / 100), Math.ceil(seats * 0.7) - 1));

interface Counted {
  readonly users: number;
  readonly seats: number;
  readonly activity: UsageActivity;
  readonly timeline: Timeline;
}

/** A reading of the use of a feature over some days. */
export function reading(
  { accountId, number }: Portrait,
  { feature, share, usesEach, activeDays }: Feature,
  { end, days }: Stretch,
  { users, seats, activity, timeline }: Counted,
): UsageFact {
  const own = users === 0 ? 0 : Math.max(1, Math.floor((users * share) / 100));
  const next = addDays(end, 1);
  return {
    kind: "usage",
    accountId,
    feature,
    activity,
    days,
    users: own,
    uses: activity === "login" ? (own * 2 * days) / 7 : (own * usesEach * days) / 7,
    activeDays: own === 0 ? 0 : (activeDays * days) / 7,
    seats,
    effectiveOn: end,
    recordedAt: instant(`${next}T${next < timeline.today ? "04:30" : "00:00"}:00Z`),
    source: {
      system: "demo",
      key: `usage ${number} ${feature ?? "product"} ${activity} ${end}`,
      file: null,
      line: null,
    },
  };
}
