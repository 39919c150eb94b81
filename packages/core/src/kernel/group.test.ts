import fc from "fast-check";
import { expect, it } from "vitest";
import { groupBy } from "./group.ts";

it("groups keep every item once, in order, under its key, and keys in the order they first occur", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 })), (items) => {
      const groups = groupBy(items, (item) => item % 5);
      expect([...groups.keys()]).toEqual([...new Set(items.map((item) => item % 5))]);
      for (const [key, held] of groups) expect(held).toEqual(items.filter((item) => item % 5 === key));
    }),
  );
});
