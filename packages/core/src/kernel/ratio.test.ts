import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ratio } from "./ratio.ts";
import { rational } from "./rational.ts";

const whole = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

describe("a ratio", () => {
  it("is null when the base is 0, also for 0 of 0", () => {
    fc.assert(fc.property(whole, (part) => ratio(part, 0n) === null));
  });
  it("is exact otherwise, and does not change when both sides are counted in smaller units", () => {
    fc.assert(
      fc.property(whole, whole, fc.bigInt({ min: 1n, max: 10n ** 9n }), (part, base, k) => {
        if (base === 0n) return;
        expect(ratio(part, base)).toEqual(rational(part, base));
        expect(ratio(part * k, base * k)).toEqual(ratio(part, base));
      }),
    );
  });
});
