import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, compare, day, plus, rational, zero } from "../kernel/index.ts";
import { atRisk } from "./at-risk.ts";
import { type HealthComponentId, healthComponents } from "./component.ts";
import { HealthModel, healthModels } from "./model.ts";
import { HealthPolicy } from "./policy.ts";
import { HealthReading, healthScore } from "./score.ts";

const on = day("2026-06-09");
const ids = Object.keys(healthComponents) as HealthComponentId[];
const reading = fc
  .record({
    component: fc.constantFrom(...ids),
    age: fc.integer({ min: -3, max: 20 }),
    of: fc.integer({ min: 1, max: 100 }),
    share: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ component, age, of, share }) =>
    HealthReading.parse({ component, on: addDays(on, -age), got: Math.floor((of * share) / 100), of }),
  );
const model = fc.constantFrom(...healthModels);

describe("laws of health", () => {
  it("a score lies in 0 to 100, between its two ends, and is the sum of its points", () => {
    fc.assert(
      fc.property(model, fc.array(reading, { maxLength: 20 }), (by, readings) => {
        const { low, high, score, parts } = healthScore(by, readings, on);
        expect(compare(zero, low) <= 0 && compare(low, high) <= 0 && compare(high, rational(100n)) <= 0).toBe(
          true,
        );
        expect(low).toEqual(parts.reduce((sum, { points }) => plus(sum, points.value ?? zero), zero));
        if (parts.every(({ points }) => points.value !== null)) expect(score.value).toEqual(low);
        else expect(score.value).toBeNull();
      }),
    );
  });

  it("what is read later, of another component, or in another order leaves a score as it is", () => {
    const apart = fc.uniqueArray(reading, { selector: (one) => `${one.component} ${one.on}`, maxLength: 20 });
    fc.assert(
      fc.property(model, apart, (by, readings) => {
        const counted = readings.filter(
          (one) => one.on <= on && by.parts.some(({ component }) => component === one.component),
        );
        expect(healthScore(by, [...readings].reverse(), on)).toEqual(healthScore(by, counted, on));
      }),
    );
  });

  it("learning what was missing only narrows the range", () => {
    fc.assert(
      fc.property(model, fc.array(reading, { maxLength: 8 }), reading, (by, readings, more) => {
        const before = healthScore(by, readings, on);
        if (before.parts.some(({ component, points }) => component === more.component && points.value))
          return;
        const after = healthScore(by, [...readings, more], on);
        expect(compare(before.low, after.low) <= 0 && compare(after.high, before.high) <= 0).toBe(true);
      }),
    );
  });

  it("nobody is at risk before as many low weeks as the policy says, and times at risk do not overlap", () => {
    const weeks = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { maxLength: 40 });
    const policy = fc.record({
      atRiskReadings: fc.integer({ min: 1, max: 4 }),
      atRiskExit: fc.constantFrom("one_reading" as const, "two_readings" as const, "review_level" as const),
    });
    fc.assert(
      fc.property(weeks, policy, (scores, chosen) => {
        const told = scores.map((score, at) => {
          const exact = rational(BigInt(score ?? 0));
          return { week: addDays(on, 7 * at), score: score === null ? null : { low: exact, high: exact } };
        });
        let last = "";
        for (const { from, until } of atRisk(told, HealthPolicy.parse(chosen))) {
          const at = told.findIndex(({ week }) => week === from);
          const row = scores.slice(Math.max(0, at - chosen.atRiskReadings + 1), at + 1);
          expect(row).toHaveLength(chosen.atRiskReadings);
          expect(row.every((score) => score !== null && score < 45)).toBe(true);
          expect(from > last && (until === null || until > from)).toBe(true);
          last = until ?? "9999";
        }
      }),
    );
  });

  it("weights that do not add up to 100, a component named twice, and thresholds that cross are refused", () => {
    const parts = [{ component: "usage", weight: 99 }];
    const said = (of: { error?: { issues: { message: string }[] } }) => of.error?.issues[0]?.message;
    expect(said(HealthModel.safeParse({ id: "own", name: "Own", parts }))).toBe(
      "add up to 99 points, not to 100",
    );
    const twice = [
      { component: "usage", weight: 50 },
      { component: "usage", weight: 50 },
    ];
    expect(said(HealthModel.safeParse({ id: "own", name: "Own", parts: twice }))).toBe(
      "names Usage a second time",
    );
    expect(said(HealthPolicy.safeParse({ atRiskBelow: 80 }))).toBe(
      "is above the score under which an account is looked into",
    );
    expect(said(HealthPolicy.safeParse({ expansionAbove: 60 }))).toBe(
      "is below the score under which an account is looked into",
    );
    expect(said(HealthPolicy.safeParse({ npsFellTo: 9 }))).toBe("is not below the answer it falls from");
  });
});
