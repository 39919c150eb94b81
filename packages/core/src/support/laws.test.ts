import fc from "fast-check";
import { expect, it } from "vitest";
import { compare, rational, zero } from "../kernel/index.ts";
import { firstContactResolution, timeToResolution } from "./resolution.ts";
import { SupportCase } from "./support-case.ts";

const opened = Date.parse("2026-05-04T09:00:00Z");
const at = (ms: number) => new Date(ms).toISOString().replace(".000Z", "Z");

const supportCase = fc
  .record({
    took: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
    contacts: fc.integer({ min: 1, max: 4 }),
    reopened: fc.boolean(),
  })
  .map(({ took, contacts, reopened }) =>
    SupportCase.parse({
      id: "c",
      openedAt: at(opened),
      solvedAt: took === null ? null : at(opened + took * 1000),
      contacts,
      reopened,
    }),
  );

it("a case is refused where it was solved before it was opened", () => {
  const read = SupportCase.safeParse({
    id: "c",
    openedAt: at(opened),
    solvedAt: at(opened - 1000),
    contacts: 1,
  });
  expect(read.error?.issues.map(({ message }) => message)).toEqual(["is before it was opened"]);
});

it("first contact resolution lies between 0 and 1, and is unknown without cases only", () => {
  fc.assert(
    fc.property(fc.array(supportCase, { maxLength: 20 }), (cases) => {
      const { value } = firstContactResolution(cases);
      expect(value === null).toBe(cases.length === 0);
      if (value) expect([compare(value, zero) >= 0, compare(value, rational(1n)) <= 0]).toEqual([true, true]);
    }),
  );
});

it("half of the cases took as long as the median or longer, and half as long or shorter", () => {
  fc.assert(
    fc.property(fc.array(supportCase, { maxLength: 20 }), (cases) => {
      const { median, solved, open } = timeToResolution(cases);
      expect(solved + open).toBe(cases.length);
      expect(median.value === null).toBe(solved === 0);
      const { value } = median;
      if (value === null) return;
      const days = cases.flatMap(({ solvedAt }) =>
        solvedAt === null ? [] : rational(BigInt(Date.parse(solvedAt) - opened), 86_400_000n),
      );
      expect(2 * days.filter((one) => compare(one, value) >= 0).length).toBeGreaterThanOrEqual(solved);
      expect(2 * days.filter((one) => compare(one, value) <= 0).length).toBeGreaterThanOrEqual(solved);
    }),
  );
});
