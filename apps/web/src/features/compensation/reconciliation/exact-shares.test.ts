import { expect, it } from "vitest";
import { decimalOf, fractionText, pointsOf } from "./exact-shares.ts";

it("a fraction is told to so many places, halves away from zero, and without a sign where nothing is left", () => {
  const of = (n: string, d: string) => decimalOf({ n, d }, 2);
  expect([of("1", "3"), of("-1", "8"), of("1", "8"), of("-1", "1000"), of("5", "1")]).toEqual([
    "0.33",
    "-0.13",
    "0.13",
    "0.00",
    "5.00",
  ]);
  expect(pointsOf({ n: "-1", d: "40" }, 2)).toBe("-2.50");
  expect([fractionText({ n: "-1", d: "40" }), fractionText({ n: "2", d: "1" })]).toEqual(["-1/40", "2"]);
});
