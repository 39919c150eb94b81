import { describe, expect, it } from "vitest";
import { parameterText } from "../glossary/index.ts";
import { day } from "../kernel/index.ts";
import { HandoffPolicy, handoffPolicyOn, houseHandoffPolicy } from "./index.ts";
import { rulesOfPlain } from "./plain-handoff.ts";
import { allHandoffParameters } from "./terms/parameters.ts";

describe("the numbers of a handoff", () => {
  it("are described with the defaults and ranges they have", () => {
    expect(Object.fromEntries(allHandoffParameters.map(({ name, default: value }) => [name, value]))).toEqual(
      houseHandoffPolicy,
    );
    for (const parameter of allHandoffParameters) {
      expect(parameterText(parameter)).not.toBe("");
      if (!("range" in parameter)) continue;
      const { min, max } = parameter.range;
      const taken = [min - 1, min, max, max + 1].map(
        (value) => HandoffPolicy.safeParse({ [parameter.name]: value }).success,
      );
      expect(taken).toEqual([false, true, true, false]);
    }
  });
  it("are what the workspace last set by the day, within their ranges; the rest is the house's", () => {
    const { journal } = rulesOfPlain({
      journal: [],
      policy: { handoffPacketHours: 24, handoffOwnershipDays: 9999, ofAnotherModule: 3 },
    });
    expect(handoffPolicyOn(journal, day("2026-01-01"))).toEqual({
      ...houseHandoffPolicy,
      handoffPacketHours: 24,
    });
    expect(handoffPolicyOn(journal, day("1999-01-01"))).toEqual(houseHandoffPolicy);
  });
});
