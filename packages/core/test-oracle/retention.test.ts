import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bridgeOf, windowOf } from "../src/retention/index.ts";
import { usd } from "./build.ts";
import { bridgeSums, grr, logoRetention, nrr, revenueChurn } from "./metrics-oracle.ts";
import { bookIn, holds, steps, sums } from "./reading.ts";
import { replay } from "./replay.ts";
import { walk } from "./retention-oracle.ts";
import { everyPolicy, horizon, ledgerPolicies, periods, slices, worlds } from "./worlds.ts";

describe("retention over any days, for any slice", () => {
  it("is what walking through every day of every account gives, under every legal policy", () => {
    const cases = fc.tuple(
      worlds,
      ledgerPolicies,
      fc.constantFrom("constant" as const, "reported" as const),
      periods,
      slices,
    );
    holds(cases, ([facts, ledger, fx, period, slice]) => {
      const book = bookIn(facts, ledger);
      const theirs = replay(facts, ledger, horizon).map((r) => walk(r, facts, usd, period, { fx }, slice));
      for (const policy of everyPolicy(fx)) {
        const ours = windowOf(book, period, policy, slice);
        const bridge = bridgeOf(ours);
        expect(bridgeSums(theirs)).toEqual({ ...steps(ours), unexplained: bridge.unexplained });
        expect({
          nrr: sums(ours, "nrr"),
          grr: sums(ours, "grr"),
          logos: sums(ours, "logo-retention"),
          churn: sums(ours, "revenue-churn"),
        }).toEqual({
          nrr: nrr(theirs, policy),
          grr: grr(theirs, policy),
          logos: logoRetention(theirs, policy),
          churn: revenueChurn(theirs, policy),
        });
      }
    });
  });
});
