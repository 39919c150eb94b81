import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atOnce, eachInSteps, sortedInSteps } from "./steps.ts";

describe("work in steps", () => {
  it("sorts as the language does, equals in the order they came", () => {
    const items = fc.array(fc.record({ key: fc.integer({ min: 0, max: 9 }), at: fc.integer() }));
    const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
    fc.assert(
      fc.property(items, fc.integer({ min: 0, max: 3_000 }), (some, times) => {
        const many = Array.from({ length: times }, () => some).flat();
        expect(atOnce(sortedInSteps(many, byKey))).toEqual(many.toSorted(byKey));
      }),
      { numRuns: 40 },
    );
  });

  it("can be left in the middle: as much is done by then", () => {
    const seen: number[] = [];
    const steps = eachInSteps(
      Array.from({ length: 2_500 }, (_, at) => at),
      (item) => seen.push(item),
    );
    expect(steps.next().done).toBe(false);
    expect(seen.length).toBe(1_000);
    atOnce(steps);
    expect(seen.length).toBe(2_500);
  });
});
