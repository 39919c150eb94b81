import { expect, it } from "vitest";
import { terms } from "../registry/index.ts";
import { checkedGlossary } from "./glossary-faults.ts";

it("the glossary holds: its examples, its links, its anchors, its names", () => {
  const { faults, ...gone } = checkedGlossary();
  expect(faults).toEqual([]);
  expect(gone.terms).toBe(terms.length);
  expect(gone.examples).toBeGreaterThan(150);
  expect(gone.links).toBeGreaterThan(800);
});
