import type { UsageFact } from "@termwise/core/facts";
import { addDays, type Day, later } from "@termwise/core/kernel";
import { randomOf } from "../random.ts";
import type { Timeline } from "../timeline.ts";
import { type Portrait, seatsOn } from "./portrait.ts";
import { troubleOf } from "./trouble.ts";
import { below, featuresOf, reading, shareOf, whole } from "./usage.ts";

/** How many fortnights back the product tells of: as far as renewals of two years are scored before they fell due. */
const fortnights = 62;

/** For how many of them every one is told of; before, those that a renewal is scored by. */
const lately = 31;

/** Whether a fortnight speaks for a customer 90 days before lines of it ended. */
const speaksForRenewal = (lines: Portrait["record"]["lines"], end: Day): boolean =>
  lines.some(({ endsOn }) => endsOn !== null && end <= addDays(endsOn, -89) && end > addDays(endsOn, -132));

/**
 * Use feature by feature, and logins, a fortnight at a time: by the course of the customer, less of it over the
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
    if (back < fortnights - lately && !speaksForRenewal(record.lines, end)) return [];
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
    // And on fewer days: from the whole working week down to one day of it.
    const troubled = lost && !portrait.story ? trouble(end) : 0;
    const days = (activeDays: number) => Math.max(1, Math.round((activeDays * (100 - troubled)) / 100));
    const [first, ...others] = featuresOf(portrait.segment);
    // Who is in trouble falls back on what it cannot do without.
    const touched = first ? [first, ...(troubled > 50 ? [] : others)] : [];
    // The last eight weeks are told of week by week.
    const used = back >= fortnights - 4 ? [] : touched;
    return [
      ...used.map((feature) =>
        reading(portrait, { ...feature, activeDays: days(feature.activeDays) }, stretch, {
          users,
          seats,
          activity: "use",
          timeline,
        }),
      ),
      // Of the last fortnights week by week.
      ...(back >= fortnights - 2 ? [addDays(end, -7), end] : [end]).map((on, _, all) =>
        reading(
          portrait,
          whole,
          { end: on, days: all.length === 2 ? 7 : 14 },
          {
            users: signing,
            seats,
            activity: "login",
            timeline,
          },
        ),
      ),
    ];
  });
}
