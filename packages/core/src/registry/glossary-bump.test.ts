import { describe, expect, it } from "vitest";
import { day } from "../kernel/index.ts";
import { glossaryBump } from "./glossary-bump.ts";
import { glossaryJson } from "./glossary-json.ts";
import { termById } from "./registry.ts";

const [nrr, grr] = [termById("nrr"), termById("grr")];
const before = glossaryJson([nrr, grr]);
const second = {
  version: 2,
  on: day("2027-01-01"),
  author: "RevOps",
  reason: "It had to.",
  change: "It is other.",
};

describe("the step between two glossaries", () => {
  it("is none when nothing changed", () => {
    expect(glossaryBump(before, glossaryJson([grr, nrr]))).toEqual({ bump: "none", because: [] });
  });
  it("is a patch for other words, minor for a new term, major for another meaning or a term that is gone", () => {
    const worded = { ...nrr, example: "Another example of it." };
    expect(glossaryBump(before, glossaryJson([worded, grr])).bump).toBe("patch");
    expect(glossaryBump(before, glossaryJson([nrr, grr, termById("arr")])).bump).toBe("minor");
    const otherwise = {
      ...nrr,
      versions: [...nrr.versions, { ...second, version: nrr.versions.length + 1 }],
    };
    expect(glossaryBump(before, glossaryJson([otherwise, grr])).bump).toBe("major");
    expect(glossaryBump(before, glossaryJson([nrr])).bump).toBe("major");
  });
  it("is major where a worked example has another answer, minor where a term comes to be computed", () => {
    const [first, ...rest] = before.terms;
    if (!first) throw new RangeError("There is no term");
    const examples = first.workedExamples.map((one) => ({ ...one, expect: "0.000000" }));
    const answering = { ...before, terms: [{ ...first, workedExamples: examples }, ...rest] };
    expect(glossaryBump(before, answering)).toMatchObject({
      bump: "major",
      because: [{ change: expect.stringMatching(/^is computed otherwise: /) }],
    });
    const planned = { ...before, terms: [{ ...first, computedBy: null, workedExamples: [] }, ...rest] };
    expect([glossaryBump(planned, before).bump, glossaryBump(before, planned).bump]).toEqual([
      "minor",
      "major",
    ]);
  });
  it("is the largest of all, each with its reason", () => {
    const worded = { ...nrr, example: "Another example of it." };
    expect(glossaryBump(before, glossaryJson([worded, termById("arr")]))).toEqual({
      bump: "major",
      because: [
        { term: "arr", bump: "minor", change: "is new" },
        { term: "grr", bump: "major", change: "is gone" },
        { term: "nrr", bump: "patch", change: "is told in other words, with the same meaning" },
      ],
    });
  });
});
