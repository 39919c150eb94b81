import { describe, expect, it } from "vitest";
import { Fact } from "./fact.ts";

const stamp = {
  effectiveOn: "2025-01-01",
  recordedAt: "2025-01-01T00:00:00Z",
  source: { system: "crm", key: "A" },
};
const account = {
  kind: "account",
  accountId: "acc_A",
  externalIds: { crm: "001", billing: "cus_1" },
  ...stamp,
};
const attribute = { kind: "attribute", accountId: "acc_A", attribute: "segment", value: "SMB", ...stamp };
const merge = { kind: "merge", accountId: "acc_A", intoId: "acc_B", ...stamp };
const split = { kind: "split", accountId: "acc_A", toId: "acc_B", lineIds: ["line_1"], ...stamp };
const rate = { kind: "fx_rate", base: "EUR", quote: "USD", rate: "1.0825", ...stamp };

describe("facts", () => {
  it.each([account, attribute, merge, split, rate])(
    "$kind is read with both clocks and its source",
    (fact) => {
      expect(Fact.parse(fact)).toEqual({
        ...fact,
        recordedAt: "2025-01-01T00:00:00.000Z",
        source: { system: "crm", key: "A", file: null, line: null },
      });
    },
  );
  it("an attribute may be known to have no value, which is not an empty one", () => {
    expect(Fact.safeParse({ ...attribute, value: null }).success).toBe(true);
    expect(Fact.safeParse({ ...attribute, value: "" }).success).toBe(false);
  });
  it.each([
    ["an attribute nobody knows", { ...attribute, attribute: "mood" }],
    ["an external id without a system", { ...account, externalIds: { "": "001" } }],
    ["a split of no lines", { ...split, lineIds: [] }],
    ["a split to the account itself", { ...split, toId: "acc_A" }],
    ["a merge into itself", { ...merge, intoId: "acc_A" }],
    ["a rate of 0", { ...rate, rate: "0.000" }],
    ["a negative rate", { ...rate, rate: "-1.1" }],
    ["a rate of a currency to itself", { ...rate, quote: "EUR" }],
    ["a kind nobody knows", { ...rate, kind: "rumour" }],
    ["a key nobody knows", { ...merge, because: "same logo" }],
    ["no day", { ...rate, effectiveOn: null }],
    ["a day before 1900, which is a slip of the pen", { ...rate, effectiveOn: "0202-05-01" }],
  ])("are refused with %s", (_, fact) => {
    expect(Fact.safeParse(fact).success).toBe(false);
  });
});
