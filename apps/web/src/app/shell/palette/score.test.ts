import { describe, expect, it } from "vitest";
import { score } from "./score.ts";

const best = (typed: string, texts: string[]) =>
  texts
    .flatMap((text) => {
      const value = score(typed, text);
      return value === null ? [] : [{ text, value }];
    })
    .sort((a, b) => b.value - a.value)
    .map(({ text }) => text);

describe("what somebody types", () => {
  it("finds beginnings first, then beginnings of words, then parts, then letters in order", () => {
    expect(best("re", ["My renewals", "Retention", "Overview", "Terms, read"])).toEqual([
      "Retention",
      "My renewals",
      "Terms, read",
    ]);
    expect(best("tent", ["Retention", "Tent"])).toEqual(["Tent", "Retention"]);
    expect(best("rtn", ["Retention", "Overview"])).toEqual(["Retention"]);
  });
  it("knows initials, several words and letters with accents", () => {
    expect(best("nrr", ["Net Revenue Retention", "Gross"])).toEqual(["Net Revenue Retention"]);
    expect(best("arr bri", ["ARR bridge", "ARR"])).toEqual(["ARR bridge"]);
    expect(best("castellvia", ["Castellvi\u00e0 Alimentaci\u00f3"])).toEqual([
      "Castellvi\u00e0 Alimentaci\u00f3",
    ]);
  });
  it("does not find what has nothing of it", () => {
    expect(best("zq", ["Retention"])).toEqual([]);
  });
});
