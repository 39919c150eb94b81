import { day } from "@termwise/core/kernel";
import { expect, it } from "vitest";
import { boundariesDiffer, boundaryWords } from "./boundary-words.ts";

const house = { from: day("2026-08-30"), atRiskBelow: 45, reviewBelow: 70, expansionAbove: 85 };
const common = { segment: null, held: [house] };

it("one set of boundaries is told by itself", () => {
  expect(boundaryWords([common])).toBe("Low below 45, Review below 70, Strong above 85.");
  expect(boundariesDiffer([common])).toBe(false);
});

it("a segment with boundaries of its own is told of, and that accounts go by their segment of today", () => {
  const own = { segment: "Enterprise", held: [{ ...house, atRiskBelow: 50 }] };
  expect(boundaryWords([common, own])).toBe(
    "Low below 45, Review below 70, Strong above 85. Enterprise: Low below 50, Review below 70, Strong above 85. In every week an account goes by the segment it is of today.",
  );
  expect(boundariesDiffer([common, own])).toBe(true);
});

it("boundaries that changed are told from the week on that was judged by them", () => {
  const changed = { ...common, held: [house, { ...house, from: day("2026-11-01"), reviewBelow: 65 }] };
  expect(boundaryWords([changed])).toContain(
    "; from the week to 1 Nov 2026 on Low below 45, Review below 65",
  );
  expect(boundariesDiffer([changed])).toBe(true);
});
