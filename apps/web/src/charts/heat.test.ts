import { expect, it } from "vitest";
import { heatStep } from "./heat.ts";

it("has fixed ends, and takes what lies beyond them into the last step", () => {
  expect([0, 49.9, 50, 75, 99.9, 100, 180].map((value) => heatStep("sequential", value))).toEqual([
    "s1",
    "s1",
    "s1",
    "s4",
    "s7",
    "s7",
    "s7",
  ]);
  expect([20, 70, 100, 103, 129, 400].map((value) => heatStep("diverging", value))).toEqual([
    "d1",
    "d1",
    "d5",
    "d5",
    "d9",
    "d9",
  ]);
});
