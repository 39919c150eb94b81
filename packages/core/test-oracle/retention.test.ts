import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FactSet } from "../src/facts/index.ts";
import type { Period } from "../src/kernel/index.ts";
import { type LedgerPolicy, movementsOf } from "../src/ledger/index.ts";
import {
  bookOf,
  bridgeOf,
  type MetricTerm,
  metricTotal,
  type RetentionPolicy,
  type Slice,
  type Window,
  windowOf,
} from "../src/retention/index.ts";
import { usd } from "./build.ts";
import { bridgeSums, grr, logoRetention, nrr, revenueChurn } from "./metrics-oracle.ts";
import { replay } from "./replay.ts";
import { type OracleWindow, walk } from "./retention-oracle.ts";
import { horizon, ledgerPolicies, periods, retentionPolicies, runs, slices, worlds } from "./worlds.ts";

function both(
  facts: FactSet,
  ledgerPolicy: LedgerPolicy,
  policy: RetentionPolicy,
  period: Period,
  slice: Slice,
): { ours: Window; theirs: OracleWindow[] } {
  const book = bookOf(facts, movementsOf(facts, ledgerPolicy), ledgerPolicy, usd);
  const theirs = replay(facts, ledgerPolicy, horizon).map((r) => walk(r, facts, usd, period, policy, slice));
  return { ours: windowOf(book, period, policy, slice), theirs };
}

const total = (window: Window, term: MetricTerm) => {
  const { numerator, denominator } = metricTotal(window, term);
  return { numerator, denominator };
};

describe("retention over any days, for any slice, under any legal policy", () => {
  it("is what walking through every day of every account gives", () => {
    fc.assert(
      fc.property(
        worlds,
        ledgerPolicies,
        retentionPolicies,
        periods,
        slices,
        (facts, ledger, policy, period, slice) => {
          const { ours, theirs } = both(facts, ledger, policy, period, slice);
          expect(bridgeSums(theirs)).toEqual({
            opening: bridgeOf(ours).opening,
            closing: bridgeOf(ours).closing,
            unexplained: bridgeOf(ours).unexplained,
            ...Object.fromEntries(bridgeOf(ours).steps.map((step) => [step.kind, step.amount])),
          });
          expect({
            nrr: total(ours, "nrr"),
            grr: total(ours, "grr"),
            logos: total(ours, "logo-retention"),
            churn: total(ours, "revenue-churn"),
          }).toEqual({
            nrr: nrr(theirs, policy),
            grr: grr(theirs, policy),
            logos: logoRetention(theirs, policy),
            churn: revenueChurn(theirs, policy),
          });
        },
      ),
      { numRuns: runs },
    );
  });
});
