import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { movementsOf } from "../src/ledger/index.ts";
import { numberOf } from "./day-numbers.ts";
import { movementsIn, replay } from "./replay.ts";
import { horizon, ledgerPolicies, runs, worlds } from "./worlds.ts";

describe("movements of contract lines", () => {
  it("are what replaying every day of every account gives, under any policy", () => {
    fc.assert(
      fc.property(worlds, ledgerPolicies, (facts, policy) => {
        const ours = movementsOf(facts, policy).map((ledger) => ({
          id: ledger.accountId,
          moved: ledger.movements.map((m) => ({
            on: numberOf(m.on),
            currency: m.currency,
            kind: m.kind,
            amount: m.amount,
            balance: m.balance,
            life: numberOf(m.lifeBegan),
          })),
          due: ledger.dueOn.map(numberOf),
        }));
        const theirs = replay(facts, policy, horizon).map((r) => ({
          id: r.id,
          moved: movementsIn(r),
          due: r.due,
        }));
        expect(ours).toEqual(theirs);
      }),
      { numRuns: runs },
    );
  });
});
