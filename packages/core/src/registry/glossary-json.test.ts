import { describe, expect, it } from "vitest";
import { GlossaryFile, glossaryJson } from "./glossary-json.ts";
import { termById, terms } from "./registry.ts";

describe("the glossary as JSON", () => {
  const file = glossaryJson();

  it("has the shape it promises, and is plain JSON", () => {
    expect(GlossaryFile.safeParse(file).error?.issues ?? []).toEqual([]);
    expect(JSON.parse(JSON.stringify(file))).toEqual(file);
  });
  it("tells every term with all of its definition", () => {
    expect(file.terms.map(({ id }) => id)).toEqual(terms.map(({ id }) => id));
    expect(file.terms.find(({ id }) => id === "nrr")).toMatchObject(termById("nrr"));
  });
  it("says of a computed term by what, with worked examples; of another that nothing does", () => {
    const nrr = file.terms.find(({ id }) => id === "nrr");
    expect(nrr).toMatchObject({
      implementation: "computed",
      computedBy: { module: "@termwise/core/retention", symbol: "figureOf" },
    });
    expect(nrr?.workedExamples.length).toBeGreaterThan(0);
    const others = file.terms.filter(({ implementation }) => implementation !== "computed");
    expect(
      others.filter(({ computedBy, workedExamples }) => computedBy || workedExamples.length > 0),
    ).toEqual([]);
  });
  it("tells some terms, in the words given", () => {
    const worded = { ...termById("nrr"), definition: "Another wording of it." };
    expect(glossaryJson([worded]).terms.map(({ definition }) => definition)).toEqual([
      "Another wording of it.",
    ]);
  });
});
