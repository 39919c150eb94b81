import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../kernel/index.ts";
import { glossaryJson, type RegisteredTerm, termById, terms } from "../../registry/index.ts";
import { checkGlossaryFile } from "./check.ts";
import { readGlossaryJson } from "./read-json.ts";
import { readGlossaryTable } from "./read-table.ts";
import { termLines } from "./term-lines.ts";
import { glossaryDocument, glossaryTable } from "./write.ts";

const file = (...of: object[]) =>
  JSON.stringify({ format: "termwise-glossary", formatVersion: 1, terms: of }, null, 2);
const checked = (text: string, inForce: readonly RegisteredTerm[] = terms) =>
  checkGlossaryFile(readGlossaryJson(text), inForce);
const refusals = (...of: object[]) => checked(file(...of)).refusals;
const table = (...rows: string[][]) =>
  checkGlossaryFile(readGlossaryTable(rows.map((cells, at) => ({ line: at + 1, cells }))), terms);

describe("a glossary file as it is exported", () => {
  it("changes nothing as JSON", () => {
    const whole = JSON.stringify(glossaryJson(), null, 2);
    expect(checked(whole)).toEqual({ refusals: [], changes: [], unchanged: terms.length });
  });
  it("changes nothing as CSV", () => {
    const { header, rows } = glossaryTable(terms);
    expect(table(header, ...rows)).toEqual({ refusals: [], changes: [], unchanged: terms.length });
  });
  it("is one Markdown document with an anchor for each term and section", () => {
    const text = glossaryDocument(terms);
    for (const { id } of terms) expect(text).toContain(`<a id="${id}"></a>`);
    expect(text).toContain('<a id="section-lifecycle"></a>');
  });
});

describe("a changed text", () => {
  it("is one proposal for its term, against the version in force, with what it was and would be", () => {
    const definition = "Recurring revenue of last year's customers today, as a share of what it was.";
    const { changes } = checked(file({ id: "nrr", definition, inclusions: ["Expansion", "Contraction"] }));
    expect(changes).toMatchObject([
      {
        term: "nrr",
        base: termById("nrr").versions.length,
        text: { definition, example: termById("nrr").example },
        parameters: {},
        fields: [
          { field: "definition", from: termById("nrr").definition, to: definition },
          { field: "inclusions", to: "Expansion\nContraction" },
        ],
      },
    ]);
  });
  it("may be a parameter within its range, which all terms counted by it share", () => {
    const { changes } = checked(
      file({ id: "nrr", parameters: { winback: "all" } }, { id: "grr", parameters: { winback: "all" } }),
    );
    expect(changes.map(({ term, parameters }) => [term, parameters])).toEqual([["nrr", { winback: "all" }]]);
  });
  it("keeps the lines a table writes a list in, and drops the guard against formulas", () => {
    const head = ["id", "formula", "exclusions"];
    const [change] = table(head, ["nrr", "'=kept / held", "One thing\n\n- Another thing"]).changes;
    expect(change?.text).toMatchObject({
      formula: "=kept / held",
      exclusions: ["One thing", "- Another thing"],
    });
    expect(table(head, ["nrr", "'quoted' share", ""]).changes[0]?.text).toMatchObject({
      formula: "'quoted' share",
      exclusions: [],
    });
  });
});

describe("a file is refused whole, by row and field with a reason and a remedy,", () => {
  const first = (...of: object[]) => refusals(...of)[0];
  it("for an id no term has", () => {
    expect(first({ id: "nrrr" })).toMatchObject({ line: 5, term: "nrrr", field: "id" });
    expect(first({ id: "NDR" })?.remedy).toBe('Write "nrr", the id of Net Revenue Retention.');
    expect(first({ definition: "Of nothing." })?.reason).toMatch(/does not say which term/);
  });
  it("for two rows with one anchor", () => {
    expect(refusals({ id: "nrr" }, { id: "grr" }, { id: "nrr" })).toMatchObject([
      { line: 11, field: "id", reason: '"nrr" is the anchor of the term on line 5 already.' },
    ]);
  });
  it("for a control character or a line break in a text", () => {
    for (const odd of ["\0", "\n", "\u{9f}"])
      expect(first({ id: "nrr", definition: `What${odd}is kept of it.` })).toMatchObject({
        field: "definition",
        reason: "Definition: a line break or another control character stands in it.",
      });
  });
  it("for a definition longer than the limit", () => {
    const definition = `A${"a".repeat(600)}.`;
    expect(first({ id: "nrr", definition })).toMatchObject({
      field: "definition",
      reason: "Definition: a text of 602 characters; at most 600 are allowed.",
    });
    expect(first({ id: "nrr", inclusions: ["x".repeat(301)] })?.reason).toMatch(
      /301 characters; at most 300/,
    );
  });
  it("for a text that is no sentence, or no text", () => {
    expect(first({ id: "nrr", definition: "share of revenue kept" })?.remedy).toMatch(/whole sentence/);
    expect(first({ id: "nrr", definition: 7 })?.reason).toBe("Definition: this is not text.");
  });
  it("for a parameter out of its range, which it tells", () => {
    expect(first({ id: "arr", parameters: { graceDays: 400 } })).toMatchObject({
      field: "parameters",
      reason: expect.stringMatching(/is a whole number from 0 to 365 days; "400" is not\./),
    });
    expect(first({ id: "nrr", parameters: { rainfall: 1 } })?.remedy).toMatch(/^It has nrrMethod/);
    expect(
      first(
        { id: "nrr", parameters: { winback: "all" } },
        { id: "grr", parameters: { winback: "opening_cohort" } },
      )?.reason,
    ).toMatch(/set to "opening_cohort" here and to "all" on line 5/);
  });
  it("for a formula of a missing symbol", () => {
    expect(first({ id: "roadmap", formula: "Plans kept / plans made" })).toMatchObject({
      field: "formula",
      reason: expect.stringMatching(/symbol that is missing: nothing computes/),
    });
    expect(
      first({ id: "nrr", computedBy: { module: "@termwise/core/retention", symbol: "magic" } })?.reason,
    ).toMatch(/There is no symbol .*magic/);
  });
  it("for links to no term, to the term itself, and round in a circle", () => {
    const linked = (id: "roadmap" | "sprint", ...more: string[]) => ({
      id,
      related: [...termById(id).related, ...more],
    });
    expect(first(linked("roadmap", "road"))?.reason).toMatch(/"road", which is no term/);
    expect(first(linked("roadmap", "roadmap"))?.reason).toBe("The term is related to itself.");
    const far = ["sprint", "vector-store"] as const;
    const ring = far.map((id, at) => ({ id, related: [...termById(id).related, far[1 - at]] }));
    expect(first(...ring)?.reason).toBe(
      "The links the file adds go in a circle: sprint to vector-store to sprint.",
    );
    expect(first(linked("sprint", "vector-store"))?.reason).toMatch(/are not changed by a file/);
  });
  it("for a name or another fixed field that differs", () => {
    expect(first({ id: "nrr", name: "Net retention" })).toMatchObject({ field: "name" });
    expect(first({ id: "nrr", colour: "red" })).toMatchObject({ field: "colour", line: 5 });
  });
  it("for a row made from another version than the one in force", () => {
    expect(table(["id", "version"], ["nrr", "9"]).refusals[0]?.reason).toBe(
      "The row was made from version 9; version 1 is in force.",
    );
  });
  it("for a change past a version that is agreed on and takes effect later", () => {
    const ahead = new Map([["nrr", { version: 2, on: day("2027-01-01") }]] as const);
    const read = readGlossaryJson(file({ id: "nrr", definition: "A share of revenue that is kept." }));
    expect(checkGlossaryFile(read, terms, ahead).refusals[0]?.reason).toBe(
      "Version 2 of Net Revenue Retention is agreed on and takes effect on 2027-01-01.",
    );
    expect(checkGlossaryFile(readGlossaryJson(file({ id: "nrr" })), terms, ahead).refusals).toEqual([]);
  });
  it("with no change left of the rows that were good", () => {
    const good = { id: "nrr", definition: "A share of revenue that is kept." };
    expect(checked(file(good)).changes).toHaveLength(1);
    expect(checked(file(good, { id: "nothing" }))).toMatchObject({ changes: [], unchanged: 0 });
  });
  it("for columns that are not there, twice there or unknown, and for ragged rows", () => {
    expect(table(["definition"], ["A."]).refusals[0]?.reason).toMatch(/no column "id"/);
    expect(table(["id", "id"]).refusals[0]?.reason).toMatch(/there twice/);
    expect(table(["id", "Colour"]).refusals[0]?.reason).toMatch(/no column "Colour"/);
    expect(table(["id", "definition"], ["nrr"]).refusals[0]).toMatchObject({ line: 2 });
    expect(table().refusals[0]?.reason).toMatch(/empty/);
  });
  it("for what is no glossary file", () => {
    for (const text of ["", "[]", "{", '{"format":"termwise-glossary"}', file(1 as never)])
      expect(checked(text).refusals, text).toHaveLength(1);
    expect(checked('{\n"format": 1\n"terms": []}').refusals[0]?.line).toBe(3);
  });
});

describe("whatever a file holds", () => {
  const anything = fc.jsonValue({ maxDepth: 3 });
  it("is read or refused, and what it would change is a valid text", () => {
    const entry = fc.record(
      {
        id: fc.constantFrom("nrr", "grr", "roadmap", "", "nothing"),
        definition: anything,
        formula: anything,
        inclusions: anything,
        parameters: anything,
        related: anything,
        versions: anything,
        computedBy: anything,
      },
      { requiredKeys: ["id"] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 5, arbitrary: entry }, anything), { maxLength: 4 }), (of) => {
        const text = JSON.stringify({ format: "termwise-glossary", formatVersion: 1, terms: of }, null, 1);
        const { refusals: refused, changes } = checked(text);
        expect(refused.length === 0 || changes.length === 0).toBe(true);
        expect(termLines(text)).toHaveLength(of.length);
        for (const { line } of refused) expect(line).toBeLessThanOrEqual(text.split("\n").length);
      }),
      { numRuns: 150 },
    );
  });
  it("is never too much for the reader of text and of tables", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 5 }),
        (text, rows) => {
          expect(checked(text).changes).toEqual([]);
          expect(table(["id", "definition", "parameters"], ...rows).refusals.length).toBeGreaterThanOrEqual(
            0,
          );
        },
      ),
      { numRuns: 150 },
    );
  });
});
