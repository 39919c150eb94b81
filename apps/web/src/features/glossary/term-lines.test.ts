import { describe, expect, it } from "vitest";
import { foundTerms, implementationText, letters, sectionsOf, type TermLine } from "./term-lines.ts";

const term = (id: string, name: string, section: string, aliases: string[] = []) =>
  ({
    id,
    name,
    section,
    sectionName: section.toUpperCase(),
    aliases,
    abbreviation: null,
  }) as unknown as TermLine;
const terms = [
  term("nrr", "Net Revenue Retention", "retention", ["NDR"]),
  term("arr", "Annual Recurring Revenue", "book"),
  term("grr", "Gross Revenue Retention", "retention"),
];

describe("foundTerms", () => {
  it("looks at synonyms too", () => {
    expect(foundTerms(terms, " ndr ").map((t) => t.id)).toEqual(["nrr"]);
  });
  it("finds everything for no words", () => {
    expect(foundTerms(terms, "")).toHaveLength(3);
  });
});

it("sectionsOf puts the largest section first and sorts the terms of each", () => {
  expect(sectionsOf(terms).map((s) => [s.name, s.terms.map((t) => t.id)])).toEqual([
    ["RETENTION", ["grr", "nrr"]],
    ["BOOK", ["arr"]],
  ]);
});

it("letters are those that some term begins with", () => {
  expect([...letters(terms)].sort()).toEqual(["A", "G", "N"]);
});

it("implementationText counts what is computed, planned and vocabulary only", () => {
  const kinds = ["computed", "planned", "computed", "vocabulary"] as const;
  expect(implementationText(kinds.map((implementation) => ({ implementation })))).toBe(
    "2 computed, 1 planned, 1 vocabulary only",
  );
});
