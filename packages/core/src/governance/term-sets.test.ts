import { describe, expect, it } from "vitest";
import { sections } from "../glossary/index.ts";
import { isTermId, terms } from "../registry/index.ts";
import { termSetOf, termSets } from "./term-sets.ts";

describe("sets of terms", () => {
  it("hold every section of the glossary once", () => {
    const held = Object.values(termSets).flatMap((set) => set.sections as readonly string[]);
    expect([...held].sort()).toEqual(Object.keys(sections).sort());
  });
  it("put every term in one set", () => {
    for (const term of terms) expect(termSets[termSetOf(term)].sections).toContain(term.section);
  });
  it("have a short path of ten terms for Sales and CS, and of six for CS and Product", () => {
    expect([termSets.sales_cs.shortPath.length, termSets.cs_product.shortPath.length]).toEqual([10, 6]);
  });
  it("name only terms there are", () => {
    const named = Object.values(termSets).flatMap(({ shortPath, often }) => [...shortPath, ...often]);
    expect(named.filter((id) => !isTermId(id))).toEqual([]);
  });
});
