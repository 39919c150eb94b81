import { describe, expect, it } from "vitest";
import type { Definition } from "./definition.ts";
import { changedValues, parameterFault, textOf, typedOf } from "./propose-form.ts";

const text = {
  definition: "What is kept.",
  example: "Ten of twelve.",
  formula: null,
  inclusions: ["renewals", "expansion"],
  exclusions: [],
  notNotes: [],
};
const days = {
  name: "winbackDays",
  label: "Win-back window",
  meaning: "How long a gap may be",
  range: { min: 0, max: 3650, unit: "days" },
  default: 90,
} as unknown as Definition["parameters"][number];
const definition = { parameters: [days] } as unknown as Definition;

describe("a change of a definition, typed", () => {
  it("begins with the text in force, points on lines of their own, and is that text again untouched", () => {
    expect(typedOf(text).inclusions).toBe("renewals\nexpansion");
    expect(textOf(typedOf(text))).toEqual(text);
  });
  it("leaves out empty lines, and a formula that is empty", () => {
    expect(textOf({ ...typedOf(text), inclusions: " renewals \n\n", formula: " " })).toMatchObject({
      inclusions: ["renewals"],
      formula: null,
    });
  });
  it("tells the range of a parameter before anything is sent", () => {
    expect(parameterFault(days, "9999")).toBe("A whole number from 0 to 3650 days.");
    expect(parameterFault(days, "1.5")).toBe("A whole number from 0 to 3650 days.");
    expect(parameterFault(days, "60")).toBeUndefined();
  });
  it("sends only parameters that were set to something else", () => {
    expect(changedValues(definition, { winbackDays: 90 }, { winbackDays: "90" })).toEqual({});
    expect(changedValues(definition, { winbackDays: 90 }, { winbackDays: "60" })).toEqual({
      winbackDays: 60,
    });
    expect(changedValues(definition, { winbackDays: 90 }, { winbackDays: "9999" })).toEqual({});
  });
});
