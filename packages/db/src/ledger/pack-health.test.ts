import { healthComponents, lineSubjects, type MeasuredHealth, sayingNames } from "@termwise/core/health";
import { day } from "@termwise/core/kernel";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ByteWriter } from "../bytes.ts";
import { packHealth, unpackHealth } from "./pack-health.ts";

const week = day("2026-11-22");
const ids = Object.keys(healthComponents) as MeasuredHealth["parts"][number]["component"][];
const number = fc.oneof(fc.nat(200), fc.integer({ min: -40_000, max: 40_000 }), fc.maxSafeNat());
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 2 });
const line = fc.record({
  what: fc.constantFrom(...lineSubjects),
  says: fc.constantFrom(...sayingNames),
  numbers: fc.array(
    number.map((of) => Math.min(of, 2 ** 51)),
    { maxLength: 5 },
  ),
  quote: maybe(fc.string({ unit: "grapheme" })),
  on: maybe(fc.integer({ min: -25_567, max: 60_000 })),
  until: maybe(fc.integer({ min: -25_567, max: 60_000 })),
  share: maybe(fc.integer({ min: 0, max: 1000 })),
  weight: fc.nat(9),
});
const part = fc
  .record({
    component: fc.constantFrom(...ids),
    weight: fc.integer({ min: 1, max: 100 }),
    fullAt: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
    low: fc.nat(100_000),
    more: fc.nat(100_000),
    lines: maybe(fc.array(line, { maxLength: 6 })),
  })
  .map(({ more, ...rest }) => ({ ...rest, high: rest.low + more }));
const health = fc.record({
  ...{ on: fc.constant(week), model: fc.constant("house"), carriedDays: fc.nat(92) },
  ...{ parts: fc.array(part, { maxLength: 5 }), low: fc.constant(50_125), high: fc.constant(70_000) },
});

it("what a measurement was read from is what was packed, whatever it says", () => {
  fc.assert(
    fc.property(health, (of) => {
      const to = new ByteWriter();
      packHealth(to, of);
      const told = { week, model: "house", low: "50.125", high: "70.000" };
      expect(unpackHealth(to.written(), told)).toEqual(of);
    }),
  );
});

it("what is damaged, or says what only a later version knows, is refused", () => {
  const told = { week, model: "house", low: "0.000", high: "0.000" };
  expect(() => unpackHealth(Uint8Array.of(1, 14, 1, 0), told)).toThrow(/ends too early/);
  expect(() => unpackHealth(Uint8Array.of(2, 14, 0), told)).toThrow(/later version/);
  expect(() => unpackHealth(Uint8Array.of(1, 14, 1, 99), told)).toThrow(/later/);
});
