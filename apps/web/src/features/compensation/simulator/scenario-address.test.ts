import { describe, expect, it } from "vitest";
import {
  asItIs,
  type Supposed,
  scenarioFor,
  supposedAs,
  supposedIn,
  suppositions,
} from "./scenario-address.ts";

const supposed: Supposed = {
  closings: { acc_1: "0", acc_2: "1250000" },
  signed: { "deal-1": "2026-12-31" },
  splits: {
    "deal-1": [
      { person: "Ravi Menon", percent: "60" },
      { person: "Ada, the Second", percent: "40" },
    ],
  },
  leaving: { acc_4: "2026-09-30" },
  more: [{ account: "acc_3", kind: "expansion", amount: "990000", on: "2026-11-30" }],
};
const who = { person: "Ravi Menon", role: "ae", currency: "USD" } as const;

describe("a scenario in the address", () => {
  it("UX-49: reads back to what was written, names with commas too", () => {
    expect(supposedAs("s", supposed)).toEqual({
      "s.churn": "acc_1",
      "s.arr": "acc_2:1250000",
      "s.signed": "deal-1:2026-12-31",
      "s.split": "deal-1|Ravi Menon:60|Ada%2C the Second:40",
      "s.leaves": "acc_4:2026-09-30",
      "s.deal": "acc_3|expansion|990000|2026-11-30",
    });
    expect(supposedIn(supposedAs("s", supposed), "s")).toEqual(supposed);
    expect(suppositions(supposed)).toBe(6);
  });
  it("keeps scenarios beside each other apart", () => {
    const search = { ...supposedAs("s", supposed), ...supposedAs("s2", asItIs), "s3.churn": "acc_9" };
    expect(supposedIn(search, "s2")).toEqual(asItIs);
    expect(supposedIn(search, "s3").closings).toEqual({ acc_9: "0" });
  });
  it("leaves out what cannot be read", () => {
    const search = {
      "s.arr": "acc_2:lots",
      "s.signed": "x",
      "s.leaves": "acc_4:soon",
      "s.split": "deal|",
      "s.deal": "a|gift|1|2026-01-01",
    };
    expect(supposedIn(search, "s")).toEqual(asItIs);
  });
  it("is what the server simulates: a deal once, with everything that is supposed of it", () => {
    const { deals, moreDeals, closings, losses } = scenarioFor(supposed, who);
    expect(deals).toEqual([{ dealId: "deal-1", signedOn: "2026-12-31", split: supposed.splits["deal-1"] }]);
    expect(moreDeals[0]).toMatchObject({
      account: "acc_3",
      amount: "990000",
      closer: { name: "Ravi Menon" },
    });
    expect(closings).toEqual(supposed.closings);
    expect(losses).toMatchObject([{ trigger: "churn", account: "acc_4", on: "2026-09-30" }]);
  });
});
