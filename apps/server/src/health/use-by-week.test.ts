import { type AccountDay, type AccountUseReading, houseHealthPolicy, useSeries } from "@termwise/core/health";
import { AccountId, day, rational } from "@termwise/core/kernel";
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
const used = (on: string, users: number): AccountDay => ({
  on: day(on),
  activeUsers: users,
  logins: 2,
  uses: 5 * users,
  features: 3,
});
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

it("what an account was never told of is unknown, and so are weeks inside a reading of a month", () => {
  const month = { on: day("2026-06-30"), days: 30, users: 8, uses: 90, features: null, activeDays: 20 };
  const before = { ...month, on: day("2026-05-31"), days: 31 };
  const series = [before, month].map((one): AccountUseReading => ({ ...one, logins: null }));
  for (const week of useByWeek(record, weeks, worldOf(series, "2026-06-30")))
    expect([week.users, week.uses, week.logins, week.features]).toEqual([null, null, null, null]);
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
