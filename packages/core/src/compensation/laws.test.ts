import fc from "fast-check";
import { expect, it } from "vitest";
import { compare, zero } from "../kernel/index.ts";
import { quotaOf } from "./plain-credit.ts";
import { quotaAttainment } from "./quota.ts";

const expansion = fc.record({
  began: fc.constantFrom("Ines", "Jon"),
  as: fc.constantFrom("csm" as const, "am" as const, "ae" as const),
  wonOn: fc.constantFrom("2026-05-04", "2027-01-01"),
  amount: fc.integer({ min: 0, max: 10 ** 9 }).map(String),
});

const attained = (expansions: readonly Parameters<typeof quotaOf>[0]["expansions"][number][]) => {
  const { quota, ...credited } = quotaOf({ person: "Ines", quota: "1000000", expansions });
  return quotaAttainment(quota, credited).rate.value ?? zero;
};

it("one more expansion never takes credit away, and what Sales began adds none", () => {
  fc.assert(
    fc.property(fc.array(expansion, { maxLength: 8 }), expansion, (before, more) => {
      const [without, withMore] = [attained(before), attained([...before, more])];
      expect(compare(withMore, without)).toBeGreaterThanOrEqual(0);
      if (more.as === "ae" || more.began !== "Ines") expect(withMore).toEqual(without);
    }),
  );
});

it("credit does not depend on the order it is told in", () => {
  fc.assert(
    fc.property(fc.array(expansion, { maxLength: 8 }), (all) => {
      expect(attained([...all].reverse())).toEqual(attained(all));
    }),
  );
});
