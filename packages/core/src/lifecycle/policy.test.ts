import { describe, expect, it } from "vitest";
import { parameterText } from "../glossary/index.ts";
import { houseLifecyclePolicy, LifecyclePolicy } from "./policy.ts";
import { adoptionParameters, expectedParameters, renewalParameters } from "./terms/parameters.ts";

const described = [adoptionParameters, renewalParameters, expectedParameters].flatMap((some) =>
  Object.values(some),
);

describe("the numbers of the lifecycle", () => {
  it("are all described, with the defaults and ranges they have", () => {
    expect(Object.fromEntries(described.map(({ name, default: value }) => [name, value]))).toEqual(
      houseLifecyclePolicy,
    );
    for (const parameter of described) {
      expect(parameterText(parameter)).not.toBe("");
      if (!("range" in parameter)) continue;
      const { min, max } = parameter.range;
      const taken = [min - 1, min, max, max + 1].map(
        (value) => LifecyclePolicy.safeParse({ [parameter.name]: value }).success,
      );
      expect(taken).toEqual([false, true, true, false]);
    }
  });
});
