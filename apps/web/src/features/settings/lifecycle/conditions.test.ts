import { describe, expect, it } from "vitest";
import { allText, type Condition, conditionOf, conditionText, draftOf, emptyDraft } from "./conditions.ts";

describe("a condition while it is written", () => {
  it.each<Condition>([
    { attribute: "segment", in: ["Enterprise", "Mid-market"] },
    { measure: "arr", min: 10_000_000, max: null },
    { measure: "employees", min: 50, max: 500 },
  ])("comes back as it was: %j", (condition) => {
    expect(conditionOf(draftOf(condition, "USD"), "USD")).toEqual(condition);
  });

  it("ARR is written in whole units of the currency, whatever its minor units are", () => {
    const draft = { ...emptyDraft, subject: "arr", min: "100,000" } as const;
    expect(conditionOf(draft, "USD")).toEqual({ measure: "arr", min: 10_000_000, max: null });
    expect(conditionOf(draft, "JPY")).toEqual({ measure: "arr", min: 100_000, max: null });
  });

  it("what is missing or upside down is said", () => {
    expect(conditionOf(emptyDraft, "USD")).toContain("Enter one value");
    expect(conditionOf({ ...emptyDraft, subject: "employees" }, "USD")).toContain("a lowest value");
    expect(conditionOf({ ...emptyDraft, subject: "employees", min: "9", max: "3" }, "USD")).toContain(
      "above",
    );
    expect(conditionOf({ ...emptyDraft, subject: "employees", min: "many" }, "USD")).toContain(
      "whole numbers",
    );
  });

  it("is told in words", () => {
    expect(conditionText({ measure: "arr", min: null, max: 599_900 }, "USD")).toBe("ARR up to $5,999");
    expect(allText([], "USD")).toBe("every customer");
  });
});
