import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Stretch, sumApart } from "./apart.ts";

describe("what is counted in stretches of days", () => {
  it("adds up where they lie apart, and counts a day that two tell of once", () => {
    const week = { end: 14, days: 7, amount: 3 };
    expect(sumApart([])).toBe(0);
    expect(sumApart([week, { end: 7, days: 7, amount: 2 }])).toBe(5);
    expect(sumApart([week, { end: 9, days: 1, amount: 1 }, { end: 8, days: 1, amount: 1 }])).toBe(3);
    expect(
      sumApart([
        { ...week, amount: 1 },
        { end: 9, days: 1, amount: 1 },
        { end: 8, days: 1, amount: 1 },
      ]),
    ).toBe(2);
  });

  it("is the most of all choices without a shared day, in whatever order they come", () => {
    const stretch = fc.record({
      end: fc.integer({ min: 0, max: 20 }),
      days: fc.integer({ min: 1, max: 9 }),
      amount: fc.integer({ min: 0, max: 9 }),
    });
    const plain = ([first, ...rest]: readonly Stretch[]): number =>
      first === undefined
        ? 0
        : Math.max(
            plain(rest),
            first.amount +
              plain(rest.filter(({ end, days }) => end <= first.end - first.days || end - days >= first.end)),
          );
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 7 }), (some) => {
        expect(sumApart(some)).toBe(plain(some));
        expect(sumApart(some.toReversed())).toBe(plain(some));
      }),
    );
  });
});
