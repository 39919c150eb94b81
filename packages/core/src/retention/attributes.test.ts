import fc from "fast-check";
import { expect, it } from "vitest";
import { type AttributeFact, dimensions } from "../facts/index.ts";
import { AccountId, addDays, day, instant } from "../kernel/index.ts";
import { attributesOf, attributeValue } from "./attributes.ts";

const first = day("2026-01-01");
const anyDay = fc.integer({ min: 0, max: 9 }).map((days) => addDays(first, days));
const known = dimensions.slice(0, 2);
const fact = fc
  .record({
    attribute: fc.constantFrom(...known),
    value: fc.constantFrom("a", "b", "c"),
    effectiveOn: anyDay,
  })
  .map(
    (of): AttributeFact => ({
      ...{
        kind: "attribute",
        accountId: AccountId.parse("acc_a"),
        recordedAt: instant("2026-01-01T00:00:00Z"),
      },
      ...{ source: { system: "crm", key: "1", file: null, line: null }, ...of },
    }),
  );

it("the value of one attribute is what folding all of them gives, in whatever order they were told", () => {
  fc.assert(
    fc.property(fc.array(fact, { maxLength: 8 }), anyDay, (facts, on) => {
      for (const attribute of known)
        expect(attributeValue(facts, attribute, on)).toBe(attributesOf(facts).on(attribute, on));
    }),
  );
});
