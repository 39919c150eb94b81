import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "./allocate.ts";

const total = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 });
const sum = (parts: readonly bigint[]) => parts.reduce((a, b) => a + b, 0n);

describe("splitting an amount by weights", () => {
  it("loses and invents nothing", () => {
    fc.assert(fc.property(total, weights, (amount, by) => sum(allocate(amount, by)) === amount));
  });
  it("gives each part its exact share to within one unit, and nothing to weight 0", () => {
    fc.assert(
      fc.property(total, weights, (amount, by) => {
        const whole = sum(by);
        if (whole === 0n) return;
        allocate(amount, by).forEach((part, i) => {
          const off = part * whole - amount * (by[i] ?? 0n);
          expect(off > -whole && off < whole).toBe(true);
          if (by[i] === 0n) expect(part).toBe(0n);
        });
      }),
    );
  });
  it("depends on proportions only: a common factor changes nothing", () => {
    fc.assert(
      fc.property(total, weights, fc.bigInt({ min: 1n, max: 10n ** 6n }), (amount, by, k) => {
        expect(
          allocate(
            amount,
            by.map((w) => w * k),
          ),
        ).toEqual(allocate(amount, by));
      }),
    );
  });
  it("mirrors at zero", () => {
    fc.assert(
      fc.property(total, weights, (amount, by) => {
        expect(allocate(-amount, by)).toEqual(allocate(amount, by).map((part) => -part));
      }),
    );
  });
  it("never gives a smaller weight more", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), weights, (amount, by) => {
        const ordered = [...by].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
        if (sum(by) === 0n) return;
        const parts = allocate(amount, ordered);
        expect(parts).toEqual([...parts].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
      }),
    );
  });
  it.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [5n, [3n, 7n], [2n, 3n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [7n, [0n, 0n], [7n, 0n]],
    [0n, [2n, 3n], [0n, 0n]],
  ])("%s by %s is %s", (amount, by, parts) => {
    expect(allocate(amount, by)).toEqual(parts);
  });
  it("refuses no parts and negative weights", () => {
    expect(() => allocate(1n, [])).toThrow(RangeError);
    expect(() => allocate(1n, [2n, -1n])).toThrow(RangeError);
  });
});
