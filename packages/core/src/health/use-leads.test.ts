import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, compare, day, daysBetween, rational } from "../kernel/index.ts";
import { houseHealthPolicy } from "./policy.ts";
import { healthCrossings, usageLeads } from "./use-leads.ts";

const weekOf = (at: number) => addDays(day("2026-01-04"), 7 * at);
const range = (low: number, more: number) => ({
  low: rational(BigInt(low)),
  high: rational(BigInt(Math.min(100, low + more))),
});
const use = fc.array(fc.option(fc.integer({ min: 0, max: 200 }), { nil: null, freq: 8 }), { maxLength: 40 });
const scores = fc.array(
  fc.option(
    fc
      .record({ low: fc.integer({ min: 0, max: 100 }), more: fc.constantFrom(0, 0, 0, 20) })
      .map(({ low, more }) => range(low, more)),
    { nil: null, freq: 8 },
  ),
  { maxLength: 40 },
);

it("every crossing was led by a fall before it in time or is told as one that none led, of whatever weeks", () => {
  fc.assert(
    fc.property(use, scores, (used, scored) => {
      const weeks = scored.map((score, at) => ({ week: weekOf(at), score }));
      const { falls, unled } = usageLeads(
        used.map((one, at) => ({ week: weekOf(at), use: one })),
        weeks,
      );
      const { leadWeeks, useFallPercent } = houseHealthPolicy;
      for (const crossing of healthCrossings(weeks)) {
        const led = falls.some(({ week }) => {
          const days = daysBetween(week, crossing.week);
          return days >= 0 && days <= 7 * leadWeeks;
        });
        expect(unled.includes(crossing) || unled.some(({ week }) => week === crossing.week)).toBe(!led);
      }
      for (const { fell, days, crossing, week } of falls) {
        expect(compare(fell, rational(BigInt(useFallPercent)))).toBeGreaterThanOrEqual(0);
        expect(days).toBe(crossing === null ? null : daysBetween(week, crossing.week));
      }
    }),
    { numRuns: 60 },
  );
});

it("weeks that lie low one after the other are one fall, and what rises again can fall again", () => {
  const told = usageLeads(
    [100, 100, 100, 100, 50, 40, 100, 100, 100, 100, 30].map((one, at) => ({ week: weekOf(at), use: one })),
    [],
  );
  expect(told.falls.map(({ week, outcome }) => [week, outcome])).toEqual([
    [weekOf(4), "not_yet"],
    [weekOf(10), "not_yet"],
  ]);
});
