import { expect, it } from "vitest";
import { runExamplesOf, termById, terms } from "../registry/index.ts";
import { checkedGlossary } from "./glossary-faults.ts";

it("the glossary holds: its examples, its links, its anchors, its names", () => {
  const { faults, ...gone } = checkedGlossary();
  expect(faults).toEqual([]);
  expect(gone.terms).toBe(terms.length);
  expect(gone.examples).toBeGreaterThan(150);
  expect(gone.links).toBeGreaterThan(800);
});

it("tells an example that does not hold, a link to nowhere, an anchor used twice and a name that finds another term", () => {
  const nrr = termById("nrr");
  const spoilt = [...terms, { ...nrr, aliases: ["Churn"], related: ["nrr", "nothing"] }];
  const { faults } = checkedGlossary(spoilt, (id) =>
    id === "churn" ? [] : runExamplesOf(id).map((run) => (id === "grr" ? { ...run, holds: false } : run)),
  );
  const kinds = new Set(faults.map(({ kind, where }) => `${kind} ${where}`));
  expect([...kinds].sort()).toEqual(["anchor nrr", "example grr", "link nrr", "name nrr"]);
  expect(faults.filter(({ kind }) => kind === "link").map(({ says }) => says)).toEqual([
    "leads to itself",
    "leads to no term: nothing",
  ]);
});
