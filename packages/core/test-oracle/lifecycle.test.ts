import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { historyOf, lifeOn, standingOn } from "../src/lifecycle/index.ts";
import { adoptedGate } from "./adoption-by-days.ts";
import { drawn, lifeRuns } from "./customers.ts";
import { historyByDays } from "./lifecycle-by-days.ts";

describe("stages by indexes", () => {
  it("are those that every gate asked anew on every day gives, word for word", () => {
    const stages = new Set<string>();
    fc.assert(
      fc.property(drawn, ({ record, rules, on }) => {
        const history = historyOf(record, rules, on);
        expect(history).toEqual(historyByDays(record, rules, on));
        for (const { stage, kind } of history) stages.add(stage).add(kind);
      }),
      // So many that every kind of step is among them.
      { numRuns: Math.max(250, lifeRuns / 4) },
    );
    expect([...stages].sort()).toEqual([
      "adopted",
      "back",
      "churn",
      "end",
      "forward",
      "onboarded",
      "re-entry",
      "skip",
      "won",
    ]);
  });
  it("stand beside the same gate to Adopted, with the same evidence", () => {
    fc.assert(
      fc.property(drawn, ({ record, rules, on }) => {
        expect(standingOn(record, rules, on).gates.adopted).toEqual(
          adoptedGate(record, rules, lifeOn(record, on), on),
        );
      }),
      { numRuns: lifeRuns },
    );
  });
});
