import { type AccountUseReading, dayRead, houseHealthPolicy, useSeries } from "@termwise/core/health";
import { AccountId, day, epochDay, rational } from "@termwise/core/kernel";
import type { CustomerRecord } from "@termwise/core/people";
import { expect, it } from "vitest";
import { scoredWeek } from "./scored.ts";
import { leadsOf, useByWeek } from "./use-by-week.ts";

const record: CustomerRecord = {
  accountId: AccountId.parse("acc_1"),
  attributes: [],
  lines: [],
  movements: [],
  journal: [],
  usage: [],
};
const worldOf = (series: readonly AccountUseReading[], until: string | null) => ({
  seriesOf: () => series,
  caseOn: () => ({
    seats: 10,
    told: { useUntil: until === null ? null : day(until), ticketsSince: null, touchesSince: null },
  }),
});
const used = (on: string, users: number): AccountUseReading =>
  dayRead({ end: epochDay(day(on)), activeUsers: users, logins: 2, uses: 5 * users, features: 3 });
const weeks = ["2026-06-07", "2026-06-14", "2026-06-21"].map(day);

it("users and features of a week are the most of its days, uses and logins their sum", () => {
  const series = useSeries([], [used("2026-06-02", 4), used("2026-06-03", 6), used("2026-06-04", 5)]);
  expect(useByWeek(record, [day("2026-06-07")], worldOf(series, "2026-06-07"))).toEqual([
    { week: "2026-06-07", users: 6, seats: 10, uses: 75, logins: 6, features: 3 },
  ]);
});

it("a week without use is 0 while others are told of, and unknown once nobody is", () => {
  const series = useSeries([], [used("2026-06-02", 4)]);
  const users = useByWeek(record, weeks, worldOf(series, "2026-06-14")).map((week) => week.users);
  expect(users).toEqual([4, 0, null]);
});

const reading = (on: string, days: number, uses: number): AccountUseReading => ({
  on: day(on),
  end: epochDay(day(on)),
  days,
  users: 8,
  uses,
  logins: null,
  features: null,
  activeDays: null,
});

it("a reading of a month is spread over its weeks, and what was never told of is unknown", () => {
  const series = [reading("2026-05-31", 31, 31), reading("2026-06-30", 30, 90)];
  for (const week of useByWeek(record, weeks, worldOf(series, "2026-06-30")))
    expect([week.users, week.uses, week.logins, week.features]).toEqual([8, 21, null, null]);
});

it("days that two readings tell of count once, and of a quarter nothing is said of its weeks", () => {
  const twice = [reading("2026-06-07", 7, 70), reading("2026-06-14", 14, 140), reading("2026-06-14", 7, 80)];
  const uses = useByWeek(record, weeks.slice(0, 2), worldOf(twice, "2026-06-14")).map((week) => week.uses);
  expect(uses).toEqual([70, 80]);
  const quarter = [reading("2026-03-31", 90, 900), reading("2026-06-30", 91, 910)];
  expect(useByWeek(record, weeks, worldOf(quarter, "2026-06-30"))[0]?.uses).toBeNull();
});

it("what fell first is told whichever way use is counted", () => {
  const use = [9, 9, 9, 9, 3].map((users, at) => ({
    week: day(`2026-0${at < 4 ? 3 : 4}-0${at < 4 ? at + 1 : 5}`),
    users,
    uses: 10,
    logins: null,
    features: 2,
    seats: null,
  }));
  const scores = use.map(({ week }, at) => {
    const score = rational(at < 4 ? 80n : 60n);
    return { ...scoredWeek(week, null), score: { low: score, high: score } };
  });
  const leads = leadsOf(use, scores, houseHealthPolicy);
  expect(leads.users.falls).toMatchObject([
    { week: "2026-04-05", usual: "9.0", use: 3, fell: "67", days: 0, crossing: { below: 70 } },
  ]);
  expect(leads.uses).toMatchObject({ falls: [], median: null, unled: [{ week: "2026-04-05", below: 70 }] });
});
