import fc from "fast-check";
import { expect, it } from "vitest";
import { sampleOf } from "./back-test.ts";

it("scores all where they are few, else as many as can be waited for, each once and evenly from all", () => {
  fc.assert(
    fc.property(fc.nat({ max: 300 }), fc.integer({ min: 1, max: 50 }), (length, most) => {
      const all = Array.from({ length }, (_, at) => at);
      const taken = sampleOf(all, most);
      expect(taken.length).toBe(Math.min(length, most));
      const gaps = taken.slice(1).map((one, at) => one - taken[at]!);
      if (length <= most) expect(taken).toEqual(all);
      if (gaps.length > 0) {
        expect(Math.min(...gaps)).toBeGreaterThan(0);
        expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
