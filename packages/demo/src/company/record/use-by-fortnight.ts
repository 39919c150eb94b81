import type { UsageFact } from "@termwise/core/facts";
import { addDays, later } from "@termwise/core/kernel";
import { randomOf } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import { type Portrait, seatsOn } from "./portrait.ts";
import { troubleOf } from "./trouble.ts";
import { below, reading, shareOf, whole } from "./usage.ts";

/** How many fortnights back the product tells of: a year and a half. */
const fortnights = 40;

/** For how many weeks back logins are told of, four weeks at a time. */
const loginWeeks = 36;

/**
 * Use and logins of the product as a whole, a fortnight at a time: by the course of the customer, less of it over the
 * turn of the year and while it is in trouble.
 */
export function useByFortnight(portrait: Portrait, timeline: Timeline, seed: number): UsageFact[] {
  const { record, lives, number } = portrait;
  const trouble = troubleOf(portrait, timeline, seed);
  const random = randomOf(seed, `fortnights ${number}`);
  const share = shareOf(portrait, timeline);
  const last = addDays(timeline.today, -2);
  return Array.from({ length: fortnights }, (_, back) =>
    addDays(last, -14 * (fortnights - 1 - back)),
  ).flatMap((end, back) => {
    const present = lives.findLast(({ wonOn }) => wonOn <= end);
    const began = present && later(present.wonOn, record.lines[0]?.startsOn ?? present.wonOn);
    if (!present || began === undefined || end < addDays(began, 13)) return [];
    if (present.lostOn !== null && end >= present.lostOn) return [];
    const seats = seatsOn(record.lines, end);
    if (seats === 0) return [];
    const lost = present.lostOn !== null;
    const usual = present === lives.at(-1) && !lost ? share(end, random) : random.between(84, 97);
    // Customers with a story of their own use what their story says.
    const percent = lost && !portrait.story ? Math.round((usual * (100 - trouble(end) * 0.95)) / 100) : usual;
    const users = percent >= 70 ? Math.ceil((seats * percent) / 100) : below(seats, percent);
    const stretch = { end, days: 14 } as const;
    // Who is in trouble signs in less often before seats fall idle.
    const signing = Math.round((users * (100 - trouble(end) * 0.7)) / 100);
    const use = reading(portrait, whole, stretch, { users, seats, activity: "use", timeline });
    if (back % 2 === 0 || end < addDays(last, -7 * loginWeeks)) return [use];
    const month = { end, days: 28 } as const;
    return [use, reading(portrait, whole, month, { users: signing, seats, activity: "login", timeline })];
  });
}
