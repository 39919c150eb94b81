import { type Day, daysBetween } from "@termwise/core/kernel";
import type { Random } from "../random.ts";
import { stuckDays } from "./handoff-kinds.ts";

/**
 * How things went with a customer after the sale, and so where evidence puts it today.
 *
 * Usual ones: `adopted`; `onboarded` and not used enough; `stalled` in onboarding; `skipped`: used well, never signed off.
 * The others show one thing each:
 * - `nobody_logged_in`, `logins_only`, `late_criteria`: the CRM says more than evidence;
 * - `idle`: once adopted, unused for weeks, and every system still says adopted;
 * - `over_stated`: the CRM says adopted, the success platform onboarded, and so does evidence;
 * - `unclaimed`: adopted, and the CRM never moved on from the close;
 * - `stale`: the sponsor's confirmation has run out;
 * - `waived`, `waiver_over`: one criterion let pass, for now or until some weeks ago;
 * - `champion_gone`: use fell after the champion left;
 * - `moved_back`: moved back by hand, with the reason;
 * - `declared_dead`: one system says it has left; it has not;
 * - `odd_label`: a label nobody has explained;
 * - `delegated`: the champion confirmed for the sponsor.
 */
export const courses = [
  "adopted",
  "onboarded",
  "stalled",
  "skipped",
  "nobody_logged_in",
  "logins_only",
  "late_criteria",
  "idle",
  "over_stated",
  "unclaimed",
  "stale",
  "waived",
  "waiver_over",
  "champion_gone",
  "moved_back",
  "declared_dead",
  "odd_label",
  "delegated",
] as const;
/** How things went with a customer after the sale. */
export type Course = (typeof courses)[number];

/** The courses of customers with a written history. */
const written: Readonly<Record<string, Course>> = {
  "Calder Logistics": "adopted",
  "Veyra Health": "waived",
  "Ironbay Group": "idle",
  "Marrow & Finch": "champion_gone",
  "Solmark Retail": "unclaimed",
  "Quillon Pay": "delegated",
  "Pinegate Energy": "adopted",
  Kitebank: "onboarded",
};

/** What is asked of a customer before it is given a course of its own. */
interface Casting {
  readonly course: Course;
  readonly segments: readonly string[];
  /** Days since it was won. */
  readonly age: readonly [number, number];
  readonly count: number;
}

const anySegment = ["Enterprise", "Mid-market", "Growth", "Small business", "Public sector"];

const castings: readonly Casting[] = [
  { course: "nobody_logged_in", segments: ["Enterprise", "Mid-market"], age: [50, 300], count: 3 },
  { course: "nobody_logged_in", segments: ["Growth"], age: [50, 300], count: 2 },
  { course: "stalled", segments: anySegment, age: [0, stuckDays], count: 6 },
  { course: "late_criteria", segments: ["Enterprise", "Mid-market", "Growth"], age: [90, 330], count: 2 },
  { course: "logins_only", segments: ["Mid-market", "Growth"], age: [110, 420], count: 2 },
  { course: "moved_back", segments: ["Mid-market", "Growth"], age: [190, 420], count: 1 },
  { course: "waiver_over", segments: ["Enterprise", "Mid-market"], age: [190, 420], count: 1 },
  { course: "idle", segments: ["Mid-market", "Growth"], age: [300, 2_000], count: 3 },
  { course: "over_stated", segments: ["Enterprise", "Mid-market"], age: [250, 2_000], count: 3 },
  { course: "unclaimed", segments: ["Mid-market", "Growth"], age: [250, 2_000], count: 3 },
  { course: "stale", segments: ["Mid-market", "Growth"], age: [400, 2_000], count: 2 },
  { course: "champion_gone", segments: ["Enterprise", "Mid-market"], age: [400, 2_000], count: 2 },
  { course: "declared_dead", segments: ["Growth"], age: [300, 2_000], count: 1 },
  { course: "odd_label", segments: ["Growth", "Small business"], age: [120, 2_000], count: 3 },
  { course: "delegated", segments: ["Mid-market", "Growth"], age: [120, 420], count: 4 },
];

/** A customer that needs a course. */
export interface Uncast {
  readonly number: string;
  readonly name: string;
  readonly segment: string;
  readonly story: boolean;
  readonly wonOn: Day;
  /** It is a customer today, in its first life. */
  readonly plain: boolean;
}

/** Gives every customer its course: the written ones theirs, some a course that shows something, the others a usual one. */
export function castCourses(
  customers: readonly Uncast[],
  today: Day,
  randomOf: (number: string) => Random,
): ReadonlyMap<string, Course> {
  const cast = new Map<string, Course>();
  for (const { number, name } of customers) {
    const course = written[name];
    if (course) cast.set(number, course);
  }
  for (const { course, segments, age, count } of castings) {
    const fitting = customers.filter(({ number, segment, story, wonOn, plain }) => {
      const days = daysBetween(wonOn, today);
      return (
        plain && !story && !cast.has(number) && segments.includes(segment) && days >= age[0] && days <= age[1]
      );
    });
    for (const { number } of fitting.slice(0, count)) cast.set(number, course);
  }
  for (const { number } of customers)
    if (!cast.has(number)) cast.set(number, usual(randomOf(number).between(1, 100)));
  return cast;
}

const usual = (drawn: number): Course =>
  drawn <= 64 ? "adopted" : drawn <= 86 ? "onboarded" : drawn <= 94 ? "stalled" : "skipped";
