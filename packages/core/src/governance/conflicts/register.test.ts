import { describe, expect, it } from "vitest";
import { isTermId, termById } from "../../registry/index.ts";
import { conflicts, conflictsOf } from "./register.ts";

describe("the register of contradictions", () => {
  it("holds all 42, each once and in order", () => {
    const numbers = Array.from({ length: 42 }, (_, at) => `C-${String(at + 1).padStart(2, "0")}`);
    expect(conflicts.map(({ id }) => id)).toEqual(numbers);
  });
  it("names only terms there are, and at least one for each contradiction", () => {
    expect(conflicts.flatMap(({ terms }) => terms).filter((id) => !isTermId(id))).toEqual([]);
    expect(conflicts.filter(({ terms }) => terms.length === 0)).toEqual([]);
  });
  it("says in sentences what contradicts itself and what was chosen", () => {
    for (const { conflict, settlement } of conflicts)
      for (const text of [conflict, settlement]) expect(text).toMatch(/^[A-Z0-9].{20,300}\.$/);
  });
  it("names symbols that core exports for what is held by the software", async () => {
    for (const { heldBy } of conflicts) {
      if (heldBy === null) continue;
      const module: object = await import(`../../${heldBy.module.replace("@termwise/core/", "")}/index.ts`);
      expect(Object.keys(module)).toContain(heldBy.symbol);
    }
  });
});

describe("conflictsOf", () => {
  it("tells those that touch a term", () => {
    expect(conflictsOf(termById("grr").id).map(({ id }) => id)).toEqual(["C-13", "C-16"]);
  });
  it("tells none of a term that is not disputed", () => {
    expect(conflictsOf("knowledge-base")).toEqual([]);
  });
});
