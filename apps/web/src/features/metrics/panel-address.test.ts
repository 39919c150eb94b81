import { describe, expect, it } from "vitest";
import { panelAddress } from "./panel-address.ts";

describe("panelAddress", () => {
  it("reads a definition, with or without its version", () => {
    expect(panelAddress("def:nrr")).toEqual({ kind: "definition", term: "nrr" });
    expect(panelAddress("def:opening-arr@3")).toEqual({ kind: "definition", term: "opening-arr" });
  });
  it("reads a figure and a step of the bridge", () => {
    const whole = { kind: "contributors", group: null };
    expect(panelAddress("drill:grr")).toEqual({ ...whole, term: "grr", step: null });
    expect(panelAddress("drill:churn")).toEqual({ ...whole, term: "nrr", step: "cohort:churn" });
  });
  it("reads a step of the ARR bridge, a reason in it, and the group it is of", () => {
    const bridge = { kind: "contributors", term: "arr", group: null };
    expect(panelAddress("drill:bridge.moved_in")).toEqual({ ...bridge, step: "bridge:moved_in" });
    expect(panelAddress("drill:bridge.churn.non_payment")).toEqual({
      ...bridge,
      step: "bridge:churn:non_payment",
    });
    expect(panelAddress("drill:bridge.opening~Mid-market, EU")).toEqual({
      ...bridge,
      step: "bridge:opening",
      group: "Mid-market, EU",
    });
    expect(panelAddress("drill:bridge.opening~")).toMatchObject({ group: "" });
  });
  it("is nothing when the address has no panel, or one it does not know", () => {
    expect(panelAddress(undefined)).toBeNull();
    expect(panelAddress("peek:acc_1")).toBeNull();
  });
});
