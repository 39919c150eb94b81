import { describe, expect, it } from "vitest";
import { finderOf, implementationText, lettersOf, sectionsOf, type TermLine } from "./term-lines.ts";

const term = (id: string, name: string, section: string, aliases: string[] = []) =>
  ({
    id,
    name,
    section,
    sectionName: section.toUpperCase(),
    aliases,
    abbreviation: null,
    oneLiner: "",
    readings: [],
  }) as unknown as TermLine;
const terms = [
  term("nrr", "Net Revenue Retention", "retention", ["NDR"]),
  term("arr", "Annual Recurring Revenue", "book"),
  term("grr", "Gross Revenue Retention", "retention"),
];

describe("finderOf", () => {
  const found = (question: string) => finderOf(terms)(question).map(({ id }) => id);
  it("looks at synonyms too, and forgives a slip", () => {
    expect([found(" ndr "), found("gorss")]).toEqual([["nrr"], ["grr"]]);
  });
  it("finds everything for no words", () => {
    expect(found("")).toHaveLength(3);
  });
});

it("sectionsOf puts the largest section first and sorts the terms of each", () => {
  expect(sectionsOf(terms).map((s) => [s.id, s.name, s.terms.map((t) => t.id)])).toEqual([
    ["section-retention", "RETENTION", ["grr", "nrr"]],
    ["section-book", "BOOK", ["arr"]],
  ]);
});

it("lettersOf keeps letters that no term begins with", () => {
  const letters = lettersOf(terms);
  expect(letters).toHaveLength(26);
  expect(letters.filter((one) => one.terms.length > 0).map(({ name }) => name)).toEqual(["A", "G", "N"]);
});

it("implementationText counts what is computed, planned and vocabulary only", () => {
  const kinds = ["computed", "planned", "computed", "vocabulary"] as const;
  expect(implementationText(kinds.map((implementation) => ({ implementation })))).toBe(
    "2 computed, 1 planned, 1 vocabulary only",
  );
});
