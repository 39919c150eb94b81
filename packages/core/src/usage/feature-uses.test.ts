import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageFact } from "../facts/index.ts";
import { AccountId, addDays, type Day, day, daysBetween, earlier, later } from "../kernel/index.ts";
import { type Feature, featureCourse, featureStanding } from "./index.ts";
import { usesOf } from "./testing.ts";

const gaOn = day("2026-03-03");
const on = addDays(gaOn, 120);
const ends = Array.from({ length: 26 }, (_, at) => addDays(on, -3 - 7 * (25 - at)));
const accounts = ["a", "b", "c"].map((name) => AccountId.parse(`acc_${name}`));

const reading = fc
  .record({
    accountId: fc.constantFrom(...accounts),
    activity: fc.constantFrom("use", "use", "use", "login"),
    days: fc.constantFrom(1, 7, 30),
    uses: fc.constantFrom(null, 0, 1, 2),
    users: fc.constantFrom(null, 0, 2),
    after: fc.integer({ min: -20, max: 130 }),
    feature: fc.constantFrom("Reports", "Reports", "Other"),
  })
  .map(({ after, ...rest }) =>
    UsageFact.parse({
      kind: "usage",
      ...rest,
      activeDays: null,
      seats: null,
      effectiveOn: addDays(gaOn, after),
      recordedAt: "2026-12-31T00:00:00Z",
      source: { system: "test", key: "k" },
    }),
  );

const asked = fc.record({
  usage: fc.array(reading, { maxLength: 30 }),
  came: fc.constantFrom(-30, 0, 40),
  usesAWeek: fc.integer({ min: 1, max: 3 }),
  weeks: fc.integer({ min: 1, max: 3 }),
});

/** The plain way: of every account anew, for every day that is asked for, by nothing but the rule in words. */
function plainly(usage: readonly UsageFact[], id: AccountId, { usesAWeek, weeks, from }: Rule) {
  const work = usage.filter(
    ({ accountId, feature, activity, uses, users }) =>
      accountId === id && feature === "Reports" && activity === "use" && (uses ?? users ?? 0) > 0,
  );
  const upTo = (last: Day) => work.filter((one) => one.effectiveOn >= from && one.effectiveOn <= last);
  return {
    tried: (last: Day) => upTo(last).length > 0,
    adopted(last: Day) {
      const usesIn = (week: number) =>
        upTo(last)
          .filter((one) => one.days <= 7 && Math.floor(daysBetween(gaOn, one.effectiveOn) / 7) === week)
          .reduce((sum, { uses }) => sum + (uses ?? 1), 0);
      return Array.from({ length: 20 }, (_, first) => first).some((first) =>
        Array.from({ length: weeks }, (_, n) => usesIn(first + n)).every((n) => n >= usesAWeek),
      );
    },
    using: (after: Day, last: Day, known: Day) =>
      work.some(
        ({ effectiveOn, days }) =>
          effectiveOn <= known && effectiveOn > after && addDays(effectiveOn, -days) < last,
      ),
  };
}

interface Rule {
  readonly usesAWeek: number;
  readonly weeks: number;
  readonly from: Day;
}

describe("use of features, added up once", () => {
  it("tells of every account and every day what the plain way tells", () => {
    fc.assert(
      fc.property(asked, ({ usage, came, usesAWeek, weeks }) => {
        const cameOn = addDays(gaOn, came);
        const from = later(cameOn, gaOn);
        const feature: Feature = {
          of: "feature",
          feature: "Reports",
          area: "Insight",
          tier: "core",
          workflow: "A report is finished.",
          segments: [],
          gaOn,
          activeUse: { usesAWeek, weeks, agreedOn: gaOn },
          owner: null,
          retired: false,
        };
        const uses = usesOf(feature, { accounts, usage, on, ends, cameOn });
        const own = new Map(accounts.map((id) => [id, plainly(usage, id, { usesAWeek, weeks, from })]));
        const those = (is: (one: ReturnType<typeof plainly>) => boolean) =>
          accounts.filter((id) => is(own.get(id)!));
        const told = featureStanding(feature, accounts, uses);
        const until = earlier(addDays(from, 90), on);
        const isUsing = (one: ReturnType<typeof plainly>) => one.using(addDays(on, -28), on, on);
        expect(told.within).toEqual({
          tried: those((one) => one.tried(until)),
          adopted: those((one) => one.adopted(until)),
        });
        expect([...told.using]).toEqual(those(isUsing));
        expect([...told.states]).toEqual(
          accounts.map((id) => {
            const one = own.get(id)!;
            if (one.adopted(on)) return [id, isUsing(one) ? "adopted" : "lapsed"];
            return [id, one.tried(on) ? "trying" : "eligible"];
          }),
        );
        expect(told.weeks.map((week) => week.accounts)).toEqual(
          told.weeks.map(({ end }) => those((one) => one.using(addDays(end, -7), end, on)).length),
        );
        expect(featureCourse(feature, accounts, uses)).toEqual(
          ends.map((end) => ({
            end,
            using: those((one) => one.using(addDays(end, -7), end, addDays(on, 99))).length,
            adopted: gaOn > end ? null : those((one) => one.adopted(end)).length,
          })),
        );
      }),
    );
  });
});
