import { expect, it } from "vitest";
import { idOf, partsOf, sumOf, weightFault, weightsOf } from "./weights.ts";

const house = [
  { component: "usage", weight: 40 },
  { component: "engagement", weight: 30 },
  { component: "sentiment", weight: 10 },
  { component: "support_load", weight: 20 },
];

it("S-17: the weights of the house model add up to 100 and come back as they were", () => {
  expect(sumOf(weightsOf(house))).toBe(100);
  expect(partsOf(weightsOf(house))).toEqual(house);
});

it("a component without points is left out, and what is no number has no sum", () => {
  expect(partsOf({ usage: "60", trust: "", risk: "0", engagement: "40" })).toEqual([
    { component: "usage", weight: 60 },
    { component: "engagement", weight: 40 },
  ]);
  expect(sumOf({ usage: "60", engagement: "4x" })).toBeNull();
  expect([weightFault("101"), weightFault("-1"), weightFault("2.5")].every(Boolean)).toBe(true);
  expect([weightFault(""), weightFault("0"), weightFault("100")]).toEqual([undefined, undefined, undefined]);
});

it("a model's id is made of its name", () => {
  expect(idOf("Enterprise, with champions")).toBe("enterprise_with_champions");
  expect(idOf("2026 model")).toBe("model");
  expect(idOf("…")).toBeNull();
});
