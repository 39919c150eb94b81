import { expect, it } from "vitest";
import { askedOf, draftOf, fullFault, ruleFault } from "./draft.ts";

const version = {
  parts: [
    { component: "usage", name: "Usage", weight: 60, fullAt: 80, inverted: false },
    { component: "support_load", name: "Support load", weight: 40, fullAt: 100, inverted: false },
  ],
  rules: { atRiskBelow: 50, atRiskExit: "one_reading" },
} as unknown as Parameters<typeof draftOf>[0];

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
  expect([ruleFault("atRiskReadings", "9"), ruleFault("atRiskReadings", "8"), fullFault("")]).toEqual([
    "Enter a whole number from 1 to 8, or nothing.",
    undefined,
    undefined,
  ]);
});
