import { describe, expect, it } from "vitest";
import { labelled, niceScale, spread } from "./ticks.ts";

describe("niceScale", () => {
  it("holds every value between round ends", () => {
    expect(niceScale([91.4, 112.4])).toEqual({ from: 90, to: 115, ticks: [90, 95, 100, 105, 110, 115] });
  });
  it("starts at zero when asked", () => {
    expect(niceScale([15.6, 3], { fromZero: true })).toEqual({ from: 0, to: 20, ticks: [0, 5, 10, 15, 20] });
  });
  it("does not fail on one value or none", () => {
    expect(niceScale([100]).ticks.length).toBeGreaterThan(1);
    expect(niceScale([]).ticks.length).toBeGreaterThan(1);
  });
});

describe("spread", () => {
  it("leaves labels that do not touch where they are", () => {
    expect(spread([10, 60], 32, 0, 100)).toEqual([10, 60]);
  });
  it("moves touching labels apart and keeps them inside", () => {
    expect(spread([90, 80], 32, 0, 100)).toEqual([100, 68]);
  });
});

describe("the ticks that are labelled", () => {
  const scale = { from: 85, to: 120, ticks: [] };
  it("are the first and those with room to it and to each other", () => {
    expect(labelled([90, 100, 110], 100, scale, 0.35)).toEqual([100]);
    expect(labelled([90, 100, 110], 100, scale, 0.25)).toEqual([90, 100, 110]);
    expect(labelled([80, 85, 100, 115], 100, scale, 0.4)).toEqual([80, 100, 115]);
  });
});
