import { describe, expect, it } from "vitest";
import { drillOf } from "../../lib/panels.ts";
import { panelAddress } from "./panel-address.ts";

describe("panelAddress", () => {
  it("reads a definition, with or without its version", () => {
    expect(panelAddress("def:nrr")).toEqual({ kind: "definition", term: "nrr" });
    expect(panelAddress("def:opening-arr@3")).toEqual({ kind: "definition", term: "opening-arr" });
  });
  it("reads a figure and a step of the bridge", () => {
    const whole = { kind: "contributors", group: null, within: { filters: {}, as: null } };
    expect(panelAddress("drill:grr")).toEqual({ ...whole, term: "grr", step: null });
    expect(panelAddress("drill:churn")).toEqual({ ...whole, term: "nrr", step: "cohort:churn" });
  });
  it("reads a step of the ARR bridge, a reason in it, and the group it is of", () => {
    const bridge = { kind: "contributors", term: "arr", group: null, within: { filters: {}, as: null } };
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
  it("reads which accounts alone, and which way to count, whatever signs their names have", () => {
    const within = { segment: ["Small/mid, 10:50 ~ 7"], csm: [""] };
    expect(panelAddress(drillOf("nrr", { within, as: "billing-tool" }))).toMatchObject({
      within: { filters: within, as: "billing-tool" },
    });
    expect(panelAddress("drill:nrr/segment:50%")).toMatchObject({
      within: { filters: { segment: ["50%"] } },
    });
  });
  it("is nothing when the address has no panel, or one it does not know", () => {
    expect(panelAddress(undefined)).toBeNull();
    expect(panelAddress("peek:acc_1")).toBeNull();
  });
});
