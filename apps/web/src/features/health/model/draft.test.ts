import { expect, it } from "vitest";
import { askedOf, draftOf, fullFault } from "./draft.ts";
import { healthNumberFault } from "./number-faults.ts";

const version: Parameters<typeof draftOf>[0] = {
  parts: [
    { component: "usage", name: "Usage", weight: 60, fullAt: 80, inverted: false },
    { component: "support_load", name: "Support load", weight: 40, fullAt: 100, inverted: false },
  ],
  rules: { atRiskBelow: 50, atRiskExit: "one_reading" },
};

it("a version becomes a draft, and what is asked of the server is the version again", () => {
  const draft = draftOf(version);
  expect(draft).toEqual({
    weights: { usage: "60", support_load: "40" },
    fullAt: { usage: "80" },
    rules: { atRiskBelow: "50", atRiskExit: "one_reading" },
  });
  expect(askedOf(draft)).toEqual({
    parts: [
      { component: "usage", weight: 60, fullAt: 80 },
      { component: "support_load", weight: 40 },
    ],
    rules: { atRiskBelow: 50, atRiskExit: "one_reading" },
  });
});

it("what is left empty is left to the terms, and nothing is asked while anything is wrong", () => {
  const draft = draftOf(version);
  expect(askedOf({ ...draft, rules: { atRiskBelow: "", carriedDays: " " } })?.rules).toEqual({});
  expect(askedOf({ ...draft, rules: { atRiskBelow: "101" } })).toBeNull();
  expect(askedOf({ ...draft, fullAt: { usage: "0" } })).toBeNull();
  expect(askedOf({ ...draft, weights: { usage: "60" } })).toBeNull();
  expect([
    healthNumberFault("atRiskReadings", "9"),
    healthNumberFault("atRiskReadings", "8"),
    fullFault(""),
  ]).toEqual(["Enter a whole number from 1 to 8, or nothing.", undefined, undefined]);
});
