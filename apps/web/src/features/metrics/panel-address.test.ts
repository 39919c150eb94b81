import { describe, expect, it } from "vitest";
import { panelAddress } from "./panel-address.ts";

describe("panelAddress", () => {
  it("reads a definition, with or without its version", () => {
    expect(panelAddress("def:nrr")).toEqual({ kind: "definition", term: "nrr" });
    expect(panelAddress("def:opening-arr@3")).toEqual({ kind: "definition", term: "opening-arr" });
  });
  it("reads a figure and a step of the bridge", () => {
    expect(panelAddress("drill:grr")).toEqual({ kind: "contributors", term: "grr", step: null });
    expect(panelAddress("drill:churn")).toEqual({ kind: "contributors", term: "nrr", step: "churn" });
  });
  it("is nothing when the address has no panel, or one it does not know", () => {
    expect(panelAddress(undefined)).toBeNull();
    expect(panelAddress("peek:acc_1")).toBeNull();
  });
});
