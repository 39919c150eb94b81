import fc from "fast-check";
import { expect, it } from "vitest";
import { accountHealth } from "../src/health/account-health.ts";
import { measureHealth } from "../src/health/measured.ts";
import { rational } from "../src/kernel/index.ts";
import { healthCases, modelsTried, policiesTried } from "./health-cases.ts";
import { plainHealth } from "./plain-health/account-health.ts";

it("health that is read as numbers is, in words, what is read and written line by line: to the letter and the thousandth", () => {
  fc.assert(
    fc.property(healthCases, modelsTried, policiesTried, (of, model, policy) => {
      const plain = plainHealth(of, model, policy);
      expect(accountHealth(of, model, policy)).toEqual(plain);
      const { low, high } = measureHealth(of, model, policy);
      expect([rational(BigInt(low), 1000n), rational(BigInt(high), 1000n)]).toEqual([plain.low, plain.high]);
    }),
    { numRuns: 800 },
  );
});
